package com.petstoreapi.benchmarks.load;

import java.util.function.BooleanSupplier;

/** Waiting. */
public final class Pause {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Pause() {}

  public static void seconds(int seconds) {
    until(System.nanoTime() + seconds * NANOS_PER_SECOND);
  }

  /** Up to a moment, by {@link System#nanoTime()}. */
  public static void until(long moment) {
    try {
      while (System.nanoTime() < moment) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Until something is so, or the time is over. */
  public static void until(BooleanSupplier condition, int mostSeconds) {
    long end = System.nanoTime() + mostSeconds * NANOS_PER_SECOND;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      until(System.nanoTime() + 5_000_000);
    }
  }
}
