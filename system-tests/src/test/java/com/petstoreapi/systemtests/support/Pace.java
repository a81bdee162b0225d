package com.petstoreapi.systemtests.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does something again and again at a steady rate, one at a time. */
public final class Pace {
  private Pace() {}

  /**
   * Calls {@code action} with 0, 1, … {@code times - 1} and returns when all is done.
   *
   * @throws java.util.concurrent.CompletionException when the action failed, or time ran out
   */
  public static void of(int perSecond, int times, IntConsumer action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "pace"));
    try {
      clock.scheduleAtFixedRate(
          () -> step(next.getAndIncrement(), times, action, done),
          0,
          TimeUnit.SECONDS.toNanos(1) / perSecond,
          TimeUnit.NANOSECONDS);
      done.orTimeout(60L + times / perSecond, TimeUnit.SECONDS).join();
    } finally {
      clock.shutdownNow();
    }
  }

  private static void step(int now, int times, IntConsumer action, CompletableFuture<Void> done) {
    try {
      if (now < times) {
        action.accept(now);
      } else {
        done.complete(null);
      }
    } catch (RuntimeException | AssertionError failed) {
      done.completeExceptionally(failed);
      throw failed;
    }
  }
}
