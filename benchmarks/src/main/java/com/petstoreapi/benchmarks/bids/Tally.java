package com.petstoreapi.benchmarks.bids;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts answers. Safe for use by many threads. */
final class Tally {
  /** Prices go on from run to run, so that a second crowd bids as the first did. */
  private static final AtomicLong PRICE = new AtomicLong(10_000);

  private static final long STEP = 100;

  /** Over so many steps the amounts of one moment are spread. */
  private static final int SPREAD = 20;

  private final Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final long begin = System.nanoTime();
  private boolean over;

  /**
   * An amount in cents. They rise, but not one by one: those of one moment are spread, as people's
   * are, so that some come too low for whoever decides on them, even in the order in which they
   * come.
   */
  static long nextAmount() {
    return PRICE.addAndGet(STEP) + STEP * ThreadLocalRandom.current().nextInt(SPREAD);
  }

  void answered(boolean yes, long since) {
    (yes ? accepted : refused).increment();
    nanos.recordValue(System.nanoTime() - since);
  }

  /** Somebody was told of a bid. */
  void delivered() {
    delivered.increment();
  }

  /** Nobody bids any more; answers may still come. */
  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  Result result() {
    return new Result(
        accepted.sum(),
        refused.sum(),
        delivered.sum(),
        Duration.ofNanos(System.nanoTime() - begin),
        nanos);
  }
}
