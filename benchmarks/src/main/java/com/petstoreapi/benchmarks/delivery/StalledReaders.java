package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.report.Table;

/** What those who read feel of those who do not: 50 of 1,000 stop reading. */
final class StalledReaders {
  private static final int CLIENTS = 950;
  private static final int STALLED = 50;
  private static final int PER_SECOND = 10;
  private static final int BYTES = 4_000;
  private static final int WARM_UP_SECONDS = 15;
  private static final int SECONDS = 15;

  /** So long it takes until what the kernel takes in for them is full. */
  private static final int STALLED_SECONDS = 15;

  private StalledReaders() {}

  /** Takes about a minute for each contestant. */
  static Table run(Contestants contestants) {
    Table table =
        new Table(
            "Stalled readers: %d of %,d, %d messages of %,d bytes a second"
                .formatted(STALLED, CLIENTS + STALLED, PER_SECOND, BYTES),
            "contestant",
            "p99 of the others",
            "p99 without them",
            "times",
            "complete");
    contestants.each(contestant -> measure(contestant, table));
    return table;
  }

  private static void measure(Contestant contestant, Table table) {
    try (Readers readers = new Readers(contestant);
        Readers stalled = new Readers(contestant)) {
      readers.open(CLIENTS);
      Ticker ticker = new Ticker(contestant, readers, 1, PER_SECOND, BYTES);
      ticker.runFor(WARM_UP_SECONDS);
      Pause.seconds(1);
      readers.reset();
      ticker.runFor(SECONDS);
      double before = p99(readers);

      stalled.openDeaf(STALLED);
      ticker.runFor(STALLED_SECONDS);
      Pause.seconds(1);
      readers.reset();
      int first = ticker.next();
      ticker.runFor(SECONDS);
      Pause.seconds(2);
      double meanwhile = p99(readers);
      long wanted = (long) CLIENTS * (ticker.next() - first);
      table.add(
          contestant.name(),
          millis(meanwhile),
          millis(before),
          "%.1f".formatted(meanwhile / before),
          readers.isComplete(wanted) ? "yes" : "NO: " + readers.shortfall(wanted));
    }
  }

  private static double p99(Readers readers) {
    return readers.latencies().getValueAtPercentile(99) / 1_000.0;
  }
}
