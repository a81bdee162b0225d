package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.micros;
import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.load.Usage;
import com.petstoreapi.benchmarks.report.Table;
import org.HdrHistogram.Histogram;

/** What it costs to tell everybody everything, publishing included. */
final class FanOut {
  private static final int MEASURED_SECONDS = 20;
  private static final int SETTLED_SECONDS = 5;

  private final int clients;
  private final int perSecond;
  private final Table table;

  private FanOut(int clients, int perSecond) {
    this.clients = clients;
    this.perSecond = perSecond;
    this.table =
        new Table(
            "Fan-out: %,d clients, %d messages a second".formatted(clients, perSecond),
            "contestant",
            "server CPU a delivery",
            "of it the JVM's compilers",
            "p50",
            "p99",
            "complete, in order");
  }

  /** Takes less than a minute for each contestant. */
  static Table run(Contestants contestants, int clients, int perSecond) {
    FanOut fanOut = new FanOut(clients, perSecond);
    contestants.each(fanOut::measure);
    return fanOut.table;
  }

  private void measure(Contestant contestant) {
    try (Readers readers = new Readers(contestant)) {
      readers.open(1);
      int begin = Ticker.warmUp(contestant, readers);
      readers.open(clients - 1);
      Pause.seconds(SETTLED_SECONDS);
      Ticker ticker = new Ticker(contestant, readers, begin, perSecond, Message.USUAL_BYTES);
      ticker.runFor(contestant.warmUpSeconds());
      Pause.seconds(1); // until the last has arrived
      int first = ticker.next();
      readers.reset();
      Usage before = Usage.of(contestant.pid());
      ticker.runFor(MEASURED_SECONDS);
      Pause.seconds(2);
      Usage used = Usage.of(contestant.pid()).minus(before);

      Histogram latencies = readers.latencies();
      long wanted = (long) clients * (ticker.next() - first);
      table.add(
          contestant.name(),
          micros(used.server().toNanos() / 1_000.0 / readers.delivered()),
          micros(used.compilers().toNanos() / 1_000.0 / readers.delivered()),
          millis(latencies.getValueAtPercentile(50) / 1_000.0),
          millis(latencies.getValueAtPercentile(99) / 1_000.0),
          readers.isComplete(wanted) ? "yes" : "NO: " + readers.shortfall(wanted));
    }
  }
}
