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

/**
 * How many deliveries a second there can be at most, with the 99th percentile of latency within 200
 * ms and nothing missing: the rate of publications is doubled until it is too much.
 */
public final class Saturation {
  private static final int CLIENTS = 1_000;
  private static final int LEAST_PER_SECOND = 24;
  private static final int MOST_PER_SECOND = 3_072;
  private static final int SECONDS = 8;
  private static final int ARRIVES_WITHIN_SECONDS = 10;
  private static final double MOST_MILLIS = 200;

  private final Contestant contestant;
  private final Readers readers;
  private final int publishers;
  private final ExecutorService threads;
  private int next = 1;

  private Saturation(Contestant contestant, Readers readers) {
    this.contestant = contestant;
    this.readers = readers;
    this.publishers = contestant.publishers();
    this.threads = Executors.newFixedThreadPool(publishers);
  }

  /** Takes no arguments, and about eight minutes. */
  public static void main(String[] arguments) {
    System.out.println("load before: " + Processors.load());
    List<Supplier<Optional<Contestant>>> contestants =
        List.of(
            () -> Optional.of(new PetstoreStreams()),
            () -> Nchan.start(false),
            () -> NodeServer.start(NodeServer.Kind.EXPRESS),
            () -> Optional.of(new PetstoreSockets(false)),
            () -> Optional.of(new PetstoreSockets(true)),
            () -> Nchan.start(true),
            () -> NodeServer.start(NodeServer.Kind.WS),
            () -> NodeServer.start(NodeServer.Kind.SOCKET_IO));
    System.out.println("| contestant | deliveries a second | p99 | then |");
    System.out.println("|---|---|---|---|");
    contestants.forEach(start -> start.get().ifPresent(Saturation::measure));
    System.exit(0);
  }

  /** One rate. */
  private record Step(double perSecond, double p99Millis, boolean complete) {
    boolean isGood() {
      return complete && p99Millis <= MOST_MILLIS;
    }
  }

  private static void measure(Contestant contestant) {
    try (contestant;
        Readers readers = new Readers(contestant)) {
      readers.open(CLIENTS);
      Saturation saturation = new Saturation(contestant, readers);
      saturation.step(LEAST_PER_SECOND); // warms up
      Step best = new Step(0, 0, true);
      Step last = best;
      for (int rate = LEAST_PER_SECOND; rate <= MOST_PER_SECOND && last.isGood(); rate *= 2) {
        best = last;
        last = saturation.step(rate);
      }
      best = last.isGood() ? last : best;
      saturation.threads.shutdown();
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %.0f ms | %,.0f: p99 %.0f ms%s |%n",
          contestant.name(),
          best.perSecond(),
          best.p99Millis(),
          last.perSecond(),
          last.p99Millis(),
          last.complete() ? "" : ", not all");
    }
  }

  private Step step(int rate) {
    readers.reset();
    int count = rate * SECONDS;
    int first = next;
    next += count;
    long began = System.nanoTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < publishers; i++) {
      int mine = i;
      all.add(CompletableFuture.runAsync(() -> publish(first + mine, count, rate, began), threads));
    }
    all.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - began) / 1e9;
    long wanted = (long) count * CLIENTS;
    boolean complete = awaitArrival(wanted);
    return new Step(
        wanted / seconds, readers.latencies().getValueAtPercentile(99) / 1_000.0, complete);
  }

  /** Every so many-th, at its moment, or as soon as the one before is accepted. */
  private void publish(int from, int count, int rate, long began) {
    for (int i = 0; i < count / publishers; i++) {
      int number = from + i * publishers;
      awaitMoment(began + (long) i * publishers * 1_000_000_000L / rate);
      readers.publishing(number);
      contestant.publish(number);
    }
  }

  private boolean awaitArrival(long wanted) {
    long deadline = System.nanoTime() + ARRIVES_WITHIN_SECONDS * 1_000_000_000L;
    while (readers.delivered() < wanted && System.nanoTime() < deadline) {
      awaitMoment(System.nanoTime() + 5_000_000);
    }
    return readers.delivered() == wanted && readers.ended() == 0;
  }

  private static void awaitMoment(long moment) {
    try {
      while (System.nanoTime() < moment) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
