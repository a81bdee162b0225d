package com.petstoreapi.benchmarks.bids;

import static com.petstoreapi.benchmarks.report.Figures.count;

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

  String perSecondText() {
    return count(perSecond());
  }

  String acceptedText() {
    return 100 * accepted / Math.max(1, accepted + refused) + " %";
  }

  /** Of bids that were told to somebody, each time counted. */
  String toldText() {
    return count(delivered * 1e9 / lasted.toNanos());
  }

  /** A time that all answers have cost together, as microseconds for each. */
  double microsEach(Duration together) {
    return together.toNanos() / 1e3 / Math.max(1, accepted + refused);
  }

  double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
