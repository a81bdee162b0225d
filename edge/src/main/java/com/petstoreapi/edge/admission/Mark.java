package com.petstoreapi.edge.admission;

import java.time.Duration;

/**
 * One figure and its two marks. It is over once it has been above the upper one for a while, and
 * stays so until it has been below the lower one for a while: a moment counts for nothing, and what
 * lies between the marks changes nothing. Used by one thread at a time.
 */
final class Mark {
  private final double upper;
  private final double lower;
  private final long riseNanos;
  private final long calmNanos;
  private boolean over;
  private boolean turning;
  private long since;

  /**
   * @param rise for how long it must be above the upper mark
   * @param calm for how long it must be below the lower mark
   */
  Mark(double upper, double lower, Duration rise, Duration calm) {
    this.upper = upper;
    this.lower = lower;
    this.riseNanos = rise.toNanos();
    this.calmNanos = calm.toNanos();
  }

  /**
   * Takes a measurement.
   *
   * @param now by {@link System#nanoTime()}
   * @return whether it is over
   */
  boolean measured(double value, long now) {
    boolean beyond = over ? value < lower : value > upper;
    if (beyond && !turning) {
      since = now;
    }
    turning = beyond;
    if (turning && now - since >= (over ? calmNanos : riseNanos)) {
      over = !over;
      turning = false;
    }
    return over;
  }
}
