package com.petstoreapi.realtime.figures;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts values by their size, where each event or batch brings one: {@link #record} adds to two
 * {@link LongAdder}s, takes no lock and allocates nothing. A metric library's own histogram keeps
 * time windows and quantiles besides, which whoever records has to turn over; of many nodes
 * together only counts by size make sense anyway.
 *
 * <p>Safe for use by many threads. Read while it is written to, it may miss what comes just then.
 */
public final class Histogram {
  private final long perUnit;
  private final double[] bounds;
  private final long[] limits;
  private final LongAdder[] counts;
  private final LongAdder sum = new LongAdder();

  /**
   * @param perUnit how many of what is recorded make one of what is told: 1,000 for milliseconds
   *     told as seconds, 1 where both are the same
   * @param bounds the largest value of each size, in what is told, ascending; above the last there
   *     is one more size without a bound
   */
  public Histogram(long perUnit, double... bounds) {
    this.perUnit = perUnit;
    this.bounds = bounds.clone();
    this.limits = new long[bounds.length];
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < bounds.length; i++) {
      limits[i] = Math.round(bounds[i] * perUnit);
      if (i > 0 && limits[i] <= limits[i - 1]) {
        throw new IllegalArgumentException("bounds must ascend");
      }
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /**
   * Counts one value.
   *
   * @param value less than 0, as clocks of two machines may make it, counts as 0
   */
  public void record(long value) {
    long positive = Math.max(0, value);
    int size = 0;
    while (size < limits.length && positive > limits[size]) {
      size++;
    }
    counts[size].increment();
    sum.add(positive);
  }

  /** How many sizes have a bound. */
  public int sizes() {
    return bounds.length;
  }

  /** The largest value of a size, in what is told. */
  public double bound(int size) {
    return bounds[size];
  }

  /** How many values were of that size or smaller. */
  public long countUpTo(int size) {
    long count = 0;
    for (int i = 0; i <= size; i++) {
      count += counts[i].sum();
    }
    return count;
  }

  /** How many values there were. */
  public long count() {
    return countUpTo(bounds.length);
  }

  /** All values together, in what is told. */
  public double sum() {
    return (double) sum.sum() / perUnit;
  }
}
