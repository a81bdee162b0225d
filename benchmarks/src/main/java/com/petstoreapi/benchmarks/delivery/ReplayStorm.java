package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.millis;
import static com.petstoreapi.benchmarks.report.Figures.seconds;

import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many come back at once, each with a thousand messages to be told first: how soon all are there,
 * and what those feel meanwhile who had never left. Only for contestants that keep messages.
 */
final class ReplayStorm {
  private static final int STORED = 1_000;
  private static final int COMING_BACK = 1_000;
  private static final int LIVE = 100;
  private static final int PER_SECOND = 20;
  private static final int AT_THE_DOOR = 4;
  private static final int MOST_SECONDS = 120;

  private ReplayStorm() {}

  /** Takes about a minute for each contestant. */
  static Table run(Contestants contestants) {
    Table table =
        new Table(
            "Replay storm: %,d clients come back, each missed %,d messages"
                .formatted(COMING_BACK, STORED),
            "contestant",
            "all are there after",
            "p99 of the others meanwhile",
            "p99 before");
    contestants.each(
        contestant -> {
          if (contestant.replay(0).isPresent()) {
            measure(contestant, table);
          }
        });
    return table;
  }

  private static void measure(Contestant contestant, Table table) {
    try (Readers live = new Readers(contestant);
        Readers storm = new Readers(contestant)) {
      for (int number = 1; number <= STORED; number++) {
        contestant.publish(number);
      }
      live.open(LIVE);
      Ticker ticker = new Ticker(contestant, live, STORED + 1, PER_SECOND, Message.USUAL_BYTES);
      ticker.runFor(10);
      live.reset();
      ticker.runFor(10);
      double before = p99(live);

      live.reset();
      CompletableFuture<Void> ticking = CompletableFuture.runAsync(ticker::runUntilEnough);
      long began = System.nanoTime();
      comeBack(contestant, storm);
      Pause.until(() -> storm.allHave(STORED), MOST_SECONDS);
      double lasted = (System.nanoTime() - began) / 1e9;
      ticker.enough();
      ticking.join();
      table.add(
          contestant.name(),
          storm.allHave(STORED) ? seconds(lasted) : "NOT ALL",
          millis(p99(live)),
          millis(before));
    }
  }

  private static double p99(Readers readers) {
    return readers.latencies().getValueAtPercentile(99) / 1_000.0;
  }

  private static void comeBack(Contestant contestant, Readers storm) {
    ExecutorService doors = Executors.newFixedThreadPool(AT_THE_DOOR);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < COMING_BACK; i++) {
      all.add(
          CompletableFuture.runAsync(
              () -> storm.open(1, client -> contestant.replay(client).orElseThrow()), doors));
    }
    all.forEach(CompletableFuture::join);
    doors.shutdown();
  }
}
