package com.petstoreapi.benchmarks.delivery;

/** Publishes at a steady rate. Used by one thread at a time. */
final class Ticker {
  private final Contestant contestant;
  private final Readers readers;
  private final int perSecond;
  private int next;

  /**
   * @param readers are told when a number is published
   * @param first the first number
   */
  Ticker(Contestant contestant, Readers readers, int first, int perSecond) {
    this.contestant = contestant;
    this.readers = readers;
    this.next = first;
    this.perSecond = perSecond;
  }

  /** The number that is published next. */
  int next() {
    return next;
  }

  void runFor(int seconds) {
    int last = next + seconds * perSecond;
    long began = System.nanoTime();
    for (int i = 0; next < last; i++) {
      Pause.until(began + i * 1_000_000_000L / perSecond);
      readers.publishing(next);
      contestant.publish(next++);
    }
  }
}
