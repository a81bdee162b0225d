package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.micros;
import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.load.Processors;
import com.petstoreapi.benchmarks.report.Table;
import java.time.Duration;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Ten thousand users, each told only what is his; published in pieces, as by a service. */
final class PrivateEvents {
  private static final int USERS = 10_000;
  private static final int PIECE = 50;
  private static final int PIECES_PER_SECOND = 20;
  private static final int MEASURED_SECONDS = 15;
  private static final long DICE = 20261125;

  private PrivateEvents() {}

  /**
   * Takes about a minute for each contestant that knows its users.
   *
   * @param withPeers whether others than we take part
   */
  static Table run(boolean withPeers) {
    Table table =
        new Table(
            "Private events: %,d users, %,d events a second, each for one of them"
                .formatted(USERS, PIECE * PIECES_PER_SECOND),
            "contestant",
            "server CPU an event",
            "p50",
            "p99",
            "complete");
    try (PetstoreStreams ours = new PetstoreStreams(USERS)) {
      measure(ours, ours::tell, table);
    }
    if (withPeers) {
      Nchan.startForUsers().ifPresent(nchan -> measure(nchan, table));
    }
    return table;
  }

  private static void measure(Nchan nchan, Table table) {
    try (nchan) {
      measure(nchan, nchan::tell, table);
    }
  }

  /** Tells each of these users something; the first message has that number. */
  private interface Teller {
    void tell(int[] users, int first);
  }

  private static void measure(Contestant contestant, Teller teller, Table table) {
    try (Readers readers = new Readers(contestant)) {
      readers.open(USERS);
      Random random = new Random(DICE);
      int next = tell(teller, readers, random, 1, contestant.warmUpSeconds());
      Pause.seconds(1);
      readers.reset();
      Duration used = Processors.usedByFamilyOf(contestant.pid());
      long wanted = tell(teller, readers, random, next, MEASURED_SECONDS) - next;
      Pause.seconds(2);
      used = Processors.usedByFamilyOf(contestant.pid()).minus(used);
      Histogram latencies = readers.latencies();
      boolean complete = readers.delivered() == wanted && readers.ended() == 0;
      table.add(
          contestant.name(),
          micros(used.toNanos() / 1_000.0 / wanted),
          millis(latencies.getValueAtPercentile(50) / 1_000.0),
          millis(latencies.getValueAtPercentile(99) / 1_000.0),
          complete ? "yes" : "NO: " + readers.delivered() + " of " + wanted);
    }
  }

  private static int tell(Teller teller, Readers readers, Random random, int first, int seconds) {
    int next = first;
    long began = System.nanoTime();
    for (int i = 0; i < seconds * PIECES_PER_SECOND; i++) {
      Pause.until(began + i * 1_000_000_000L / PIECES_PER_SECOND);
      int[] users = random.ints(PIECE, 0, USERS).toArray();
      for (int j = 0; j < PIECE; j++) {
        readers.publishing(next + j);
      }
      teller.tell(users, next);
      next += PIECE;
    }
    return next;
  }
}
