package com.petstoreapi.systemtests.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Does something again and again at a steady rate, one at a time. */
public final class Pace {
  private Pace() {}

  /**
   * Calls {@code action} with 0, 1, … {@code times - 1} and returns when all is done.
   *
   * @throws java.util.concurrent.CompletionException when the action failed, or time ran out
   */
  public static void of(int perSecond, int times, IntConsumer action) {
    until(now -> now >= times, 60 + times / perSecond, perSecond, action);
  }

  /**
   * Calls {@code action} with 0, 1, … until it is enough.
   *
   * @param enough whether not to call it with that number any more
   * @return how many times it was called
   * @throws java.util.concurrent.CompletionException when the action failed, or time ran out
   */
  public static int until(IntPredicate enough, int seconds, int perSecond, IntConsumer action) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "pace"));
    try {
      clock.scheduleAtFixedRate(
          () -> step(next.getAndIncrement(), enough, action, done),
          0,
          TimeUnit.SECONDS.toNanos(1) / perSecond,
          TimeUnit.NANOSECONDS);
      return done.orTimeout(seconds, TimeUnit.SECONDS).join();
    } finally {
      clock.shutdownNow();
    }
  }

  private static void step(
      int now, IntPredicate enough, IntConsumer action, CompletableFuture<Integer> done) {
    try {
      if (enough.test(now)) {
        done.complete(now);
      } else {
        action.accept(now);
      }
    } catch (RuntimeException | AssertionError failed) {
      done.completeExceptionally(failed);
      throw failed;
    }
  }
}
