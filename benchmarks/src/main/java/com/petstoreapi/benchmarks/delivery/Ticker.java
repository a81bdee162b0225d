package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.Pause;

/** Publishes at a steady rate. Used by one thread at a time. */
final class Ticker {
  private final Contestant contestant;
  private final Readers readers;
  private final int perSecond;
  private final int bytes;
  private int next;
  private volatile boolean enough;

  /**
   * @param readers are told when a number is published
   * @param first the first number
   * @param bytes about so long is a message
   */
  Ticker(Contestant contestant, Readers readers, int first, int perSecond, int bytes) {
    this.contestant = contestant;
    this.readers = readers;
    this.next = first;
    this.perSecond = perSecond;
    this.bytes = bytes;
  }

  /** The number that is published next. */
  int next() {
    return next;
  }

  void runFor(int seconds) {
    run(next + seconds * perSecond);
  }

  void runUntilEnough() {
    run(Integer.MAX_VALUE);
  }

  /** Ends {@link #runUntilEnough}. */
  void enough() {
    enough = true;
  }

  private void run(int last) {
    long began = System.nanoTime();
    for (int i = 0; next < last && !enough; i++) {
      Pause.until(began + i * 1_000_000_000L / perSecond);
      readers.publishing(next);
      contestant.publish(next++, bytes);
    }
  }
}
