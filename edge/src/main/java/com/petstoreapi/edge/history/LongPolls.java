package com.petstoreapi.edge.history;

import com.petstoreapi.edge.connection.Draining;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The history of a stream by plain HTTP: a request is held until there is something for it, or its
 * time is over.
 */
@ApplicationScoped
public class LongPolls {
  private static final int MOST_WAITING = 20_000;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private Executor executor;

  private final AtomicInteger waiting = new AtomicInteger();
  private final Set<Poll> polls = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  LongPolls() {}

  /**
   * @param executor runs looks into the history; they may block
   */
  LongPolls(Executor executor) {
    this.executor = executor;
  }

  /**
   * A page as soon as it has an item; an empty one when the time is over.
   *
   * @param user whose private events are in it
   * @throws Refusal {@code invalid-message}; {@code unavailable} when too many requests wait
   *     already
   */
  public CompletableFuture<String> page(LiveStream stream, String user, HistoryQuery query) {
    return page(stream, user, query, () -> {});
  }

  /**
   * The same of a stream that is not for everybody.
   *
   * @param admission asked at each look while the request is held; what it throws is the answer. It
   *     may block
   */
  public CompletableFuture<String> page(
      LiveStream stream, String user, HistoryQuery query, Runnable admission) {
    Filter filter = query.filter(user);
    return page(stream, filter, query.start(), query.limit(), query.longest(), admission);
  }

  CompletableFuture<String> page(
      LiveStream stream, Filter filter, Start start, int limit, Duration wait, Runnable admission) {
    HistoryPage page = new HistoryPage(new Cursor(stream, filter, start), limit);
    page.fill();
    if (wait.isZero() || leaving || !page.isWaiting()) {
      return CompletableFuture.completedFuture(page.json());
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      throw Refusal.unavailable("Too many requests wait for events already.");
    }
    return new Poll(stream, page, executor, admission).begin(wait);
  }

  /** The server is about to stop: whoever waits is answered, and goes to another node. */
  void end(@Observes Draining draining) {
    leaving = true;
    polls.forEach(poll -> poll.found.complete(false));
  }

  /** Requests that are held now. */
  public int waiting() {
    return waiting.get();
  }

  private final class Poll implements Runnable {
    private final LiveStream stream;
    private final HistoryPage page;
    private final Executor executor;
    private final Runnable admission;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final CompletableFuture<Boolean> found = new CompletableFuture<>();

    Poll(LiveStream stream, HistoryPage page, Executor executor, Runnable admission) {
      this.stream = stream;
      this.page = page;
      this.executor = executor;
      this.admission = admission;
    }

    CompletableFuture<String> begin(Duration wait) {
      polls.add(this);
      if (leaving) {
        found.complete(false);
      }
      stream.listen(this);
      run(); // something may have come before the ear was there
      return found
          .completeOnTimeout(false, wait.toMillis(), TimeUnit.MILLISECONDS)
          .whenComplete((any, refusal) -> end())
          .thenApply(
              any -> {
                synchronized (page) {
                  return page.json();
                }
              });
    }

    private void end() {
      stream.unlisten(this);
      polls.remove(this);
      waiting.decrementAndGet();
    }

    /** Rung when the head has moved: looks on another thread, one look at a time. */
    @Override
    public void run() {
      if (looking.compareAndSet(false, true)) {
        executor.execute(this::look);
      }
    }

    private void look() {
      looking.set(false);
      try {
        admission.run();
      } catch (RuntimeException e) {
        found.completeExceptionally(e);
        return;
      }
      synchronized (page) {
        if (found.isDone()) {
          return;
        }
        page.fill();
        if (page.isWaiting()) {
          return;
        }
      }
      found.complete(true);
    }
  }
}
