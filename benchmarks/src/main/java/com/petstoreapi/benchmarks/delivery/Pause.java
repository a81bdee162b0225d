package com.petstoreapi.benchmarks.delivery;

/** Waiting. */
final class Pause {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Pause() {}

  static void seconds(int seconds) {
    until(System.nanoTime() + seconds * NANOS_PER_SECOND);
  }

  /** Up to a moment, by {@link System#nanoTime()}. */
  static void until(long moment) {
    try {
      while (System.nanoTime() < moment) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
