package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.Processors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Many come back at once, each with a thousand messages to be told first: how soon all are there,
 * and what those feel meanwhile who had never left.
 */
public final class ReplayStorm {
  private static final int STORED = 1_000;
  private static final int COMING_BACK = 1_000;
  private static final int LIVE = 100;
  private static final int PER_SECOND = 20;
  private static final int AT_THE_DOOR = 4;
  private static final int MOST_SECONDS = 120;

  private ReplayStorm() {}

  /** Takes no arguments, and about four minutes. */
  public static void main(String[] arguments) {
    System.out.println("load before: " + Processors.load());
    List<Supplier<Optional<Contestant>>> contestants =
        List.of(
            () -> Optional.of(new PetstoreStreams()),
            () -> Nchan.start(false),
            () -> Optional.of(new PetstoreSockets(false)),
            () -> Nchan.start(true));
    System.out.println(
        "| contestant | all are there after | p99 of the others meanwhile | before |");
    System.out.println("|---|---|---|---|");
    contestants.forEach(start -> start.get().ifPresent(ReplayStorm::measure));
    System.exit(0);
  }

  private static void measure(Contestant contestant) {
    try (contestant;
        Readers live = new Readers(contestant);
        Readers storm = new Readers(contestant)) {
      for (int number = 1; number <= STORED; number++) {
        contestant.publish(number);
      }
      live.open(LIVE);
      Ticker ticker = new Ticker(contestant, live, STORED + 1, PER_SECOND);
      ticker.runFor(10);
      live.reset();
      ticker.runFor(10);
      Histogram before = live.latencies();

      live.reset();
      CompletableFuture<Void> ticking = CompletableFuture.runAsync(ticker::runUntilEnough);
      long began = System.nanoTime();
      comeBack(contestant, storm);
      awaitAll(storm, began + MOST_SECONDS * 1_000_000_000L);
      double seconds = (System.nanoTime() - began) / 1e9;
      ticker.enough();
      ticking.join();
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f ms | %.1f ms |%n",
          contestant.name(),
          storm.allHave(STORED) ? "%.1f s".formatted(seconds) : "NOT ALL",
          live.latencies().getValueAtPercentile(99) / 1_000.0,
          before.getValueAtPercentile(99) / 1_000.0);
    }
  }

  private static void awaitAll(Readers storm, long deadline) {
    try {
      while (!storm.allHave(STORED) && System.nanoTime() < deadline) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
