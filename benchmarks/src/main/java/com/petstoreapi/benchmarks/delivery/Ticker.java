package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.Pause;

/** Publishes at a steady rate. Used by one thread at a time. */
final class Ticker {
  /**
   * With one client only, so that it can be more than there is later: it is about the publishing.
   */
  private static final int WARM_UP_PER_SECOND = 300;

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

  /**
   * Warms a contestant's publishing up, by the one client that is there; from number 1 on. Shorter,
   * and a virtual machine would go on compiling it while it is measured.
   */
  static int warmUp(Contestant contestant, Readers readers) {
    Ticker ticker = new Ticker(contestant, readers, 1, WARM_UP_PER_SECOND, Message.USUAL_BYTES);
    ticker.runFor(2 * contestant.warmUpSeconds());
    return ticker.next();
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
