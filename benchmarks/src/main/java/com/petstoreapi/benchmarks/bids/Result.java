package com.petstoreapi.benchmarks.bids;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What came of a run.
 *
 * @param delivered how often a bid was told to somebody
 * @param nanos what each answer took
 */
record Result(long accepted, long refused, long delivered, Duration lasted, Histogram nanos) {
  double perSecond() {
    return (accepted + refused) * 1e9 / lasted.toNanos();
  }

  @Override
  public String toString() {
    String told =
        delivered == 0 ? "" : ", %,.0f told".formatted(delivered * 1e9 / lasted.toNanos());
    return "%,.0f answers a second (%d %% accepted)%s, p50 %.1f ms, p99 %.1f ms"
        .formatted(
            perSecond(),
            100 * accepted / Math.max(1, accepted + refused),
            told,
            millis(50),
            millis(99));
  }

  /** A time that all answers have cost together, as microseconds for each. */
  double microsEach(Duration together) {
    return together.toNanos() / 1e3 / Math.max(1, accepted + refused);
  }

  double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
