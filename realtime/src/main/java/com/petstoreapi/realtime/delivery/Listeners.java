package com.petstoreapi.realtime.delivery;

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
  private final Set<Runnable> all = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ringing = new AtomicBoolean();
  private volatile long quietUntil = System.nanoTime();

  Listeners(String stream, Coalescing coalescing) {
    this.stream = stream;
    this.ringer = coalescing.ringer();
    this.intervalNanos = coalescing.interval().toNanos();
  }

  void add(Runnable listener) {
    all.add(listener);
  }

  void remove(Runnable listener) {
    all.remove(listener);
  }

  int size() {
    return all.size();
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
    for (Runnable listener : all) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a listener of stream " + stream + " failed", e);
      }
    }
  }
}
