package com.petstoreapi.socket;

import com.petstoreapi.realtime.figures.Histogram;
import java.util.concurrent.atomic.LongAdder;

/** What clients say over their sockets. Any thread. */
public final class SocketFigures {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Histogram processing =
      new Histogram(
          NANOS_PER_SECOND,
          0.0001,
          0.00025,
          0.0005,
          0.001,
          0.0025,
          0.005,
          0.01,
          0.025,
          0.05,
          0.1,
          0.25,
          1);
  private final LongAdder tooMany = new LongAdder();

  /**
   * Seconds for which the thread that reads was busy with a message, until it could read the next:
   * what is decided later, in a transaction, is not in it.
   */
  public Histogram processing() {
    return processing;
  }

  /** Messages that came too fast and were not looked at. */
  public long tooMany() {
    return tooMany.sum();
  }

  void heard(long nanos) {
    processing.record(nanos);
  }

  void refuse() {
    tooMany.increment();
  }
}
