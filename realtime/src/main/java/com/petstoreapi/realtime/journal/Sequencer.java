package com.petstoreapi.realtime.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Group commit: what is put in while a batch is being worked on becomes the next batch. One batch
 * at a time, in the order of arrival. An item that comes alone is worked on at once: there is no
 * timer and nothing to wait for.
 *
 * @param <T> the items
 */
final class Sequencer<T> {
  private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean();
  private final Executor executor;
  private final int maxBatch;
  private final int maxWaiting;
  private final Consumer<List<T>> work;

  /**
   * @param maxBatch at most so many items a batch
   * @param maxWaiting above so many waiting items, {@link #offer} refuses
   * @param work takes a batch; must not throw
   */
  Sequencer(Executor executor, int maxBatch, int maxWaiting, Consumer<List<T>> work) {
    this.executor = executor;
    this.maxBatch = maxBatch;
    this.maxWaiting = maxWaiting;
    this.work = work;
  }

  /**
   * @return false when too many wait already, or the executor takes no more work; the item was then
   *     not taken and never will be
   */
  boolean offer(T item) {
    if (count.incrementAndGet() > maxWaiting) {
      count.decrementAndGet();
      return false;
    }
    waiting.add(item);
    try {
      start();
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // Nobody will come for the item, unless a runner that was about to stop has taken it.
      boolean refused = waiting.remove(item);
      if (refused) {
        count.decrementAndGet();
      }
      runWhatIsLeft();
      return !refused;
    }
  }

  /** Items that wait, without those of the batch that is being worked on. */
  int waiting() {
    return count.get();
  }

  private void start() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(this::run);
    } catch (RuntimeException | Error e) {
      running.set(false);
      throw e;
    }
  }

  /** Others were told that a runner is on his way, when he was already being turned away. */
  private void runWhatIsLeft() {
    if (!waiting.isEmpty() && running.compareAndSet(false, true)) {
      run();
    }
  }

  private void run() {
    do {
      while (!waiting.isEmpty()) {
        work.accept(takeBatch());
      }
      running.set(false);
      // An item may have come between the last look into the queue and the line above.
    } while (!waiting.isEmpty() && running.compareAndSet(false, true));
  }

  private List<T> takeBatch() {
    List<T> batch = new ArrayList<>();
    while (batch.size() < maxBatch) {
      T item = waiting.poll();
      if (item == null) {
        break;
      }
      batch.add(item);
    }
    count.addAndGet(-batch.size());
    return batch;
  }
}
