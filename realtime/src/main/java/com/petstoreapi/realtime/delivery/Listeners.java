package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Audience;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who want to know when a stream's head has moved. */
final class Listeners {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final String stream;
  private final Executor ringer;
  private final long intervalNanos;
  private final Map<Object, AudienceListener> all = new ConcurrentHashMap<>();
  private final AtomicBoolean ringing = new AtomicBoolean();
  private Set<String> audiences = new HashSet<>();
  private volatile long quietUntil = System.nanoTime();

  Listeners(String stream, Coalescing coalescing) {
    this.stream = stream;
    this.ringer = coalescing.ringer();
    this.intervalNanos = coalescing.interval().toNanos();
  }

  /**
   * @param key by which it is removed again; one that is there already is not added
   */
  void add(Object key, AudienceListener listener) {
    all.put(key, listener);
  }

  void remove(Object key) {
    all.remove(key);
  }

  int size() {
    return all.size();
  }

  /** There is something new for somebody; to be called before {@link #ring}. */
  synchronized void tell(Audience audience) {
    audiences.add(audience.user());
  }

  /** The head has moved. Moves that come close together wake the listeners once. Never blocks. */
  void ring() {
    if (!ringing.compareAndSet(false, true)) {
      return;
    }
    try {
      long wait = quietUntil - System.nanoTime();
      Executor next =
          wait > 0 ? CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, ringer) : ringer;
      next.execute(this::wake);
    } catch (RuntimeException | Error e) {
      ringing.set(false); // else the bell would be silent for ever
      throw e;
    }
  }

  private void wake() {
    quietUntil = System.nanoTime() + intervalNanos;
    ringing.set(false); // before the listeners look at the head: a later move rings anew
    Audiences told = takeAudiences();
    for (AudienceListener listener : all.values()) {
      try {
        listener.headMoved(told);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a listener of stream " + stream + " failed", e);
      }
    }
  }

  private synchronized Audiences takeAudiences() {
    Audiences taken = new Audiences(audiences);
    audiences = new HashSet<>();
    return taken;
  }
}
