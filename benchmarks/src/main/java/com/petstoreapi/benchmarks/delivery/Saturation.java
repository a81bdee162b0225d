package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.load.Usage;
import com.petstoreapi.benchmarks.report.Figures;
import com.petstoreapi.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How many deliveries a second there can be at most, with the 99th percentile of latency within 200
 * ms and nothing missing: the rate of publications grows by half until it is too much, or until no
 * more is taken in; then what lies between is halved. What the processors are used for is told of
 * the best rate.
 */
final class Saturation {
  private static final int CLIENTS = 1_000;
  private static final int LEAST_PER_SECOND = 16;
  private static final int WARM_UP_PER_SECOND = 50;
  private static final int MOST_PER_SECOND = 4_096;
  private static final int SECONDS = 6;
  private static final int ARRIVES_WITHIN_SECONDS = 10;
  private static final double MOST_MILLIS = 200;
  private static final double KEEPS_UP = 0.9;
  private static final int NARROWED = 2;

  private final Contestant contestant;
  private final Readers readers;
  private final int publishers;
  private final ExecutorService threads;
  private int next;
  private Step best = Step.NONE;
  private Optional<Step> limit = Optional.empty();

  private Saturation(Contestant contestant, Readers readers, int first) {
    this.contestant = contestant;
    this.readers = readers;
    this.publishers = contestant.publishers();
    this.next = first;
    this.threads = Executors.newFixedThreadPool(publishers);
  }

  /** Takes some minutes for each contestant. */
  static Table run(Contestants contestants) {
    Table table =
        new Table(
            "Saturation: %,d clients, p99 within %.0f ms".formatted(CLIENTS, MOST_MILLIS),
            "contestant",
            "deliveries a second",
            "p99",
            "the server's processors",
            "of it the JVM's compilers",
            "the clients' and publishers'",
            "the last step");
    contestants.each(contestant -> measure(contestant, table));
    return table;
  }

  /** One rate. */
  private record Step(
      int rate, double seconds, int count, double p99Millis, boolean complete, Usage used) {
    static final Step NONE = new Step(0, 1, 0, 0, true, Usage.NONE);

    double perSecond() {
      return (double) count * CLIENTS / seconds;
    }

    /** So many processors were busy with it, on the average. */
    String cores(Duration used) {
      return Figures.cores(used.toNanos() / 1e9 / seconds);
    }

    boolean isGood() {
      return complete && p99Millis <= MOST_MILLIS;
    }

    /** Or else no more is taken in, however much is waiting. */
    boolean keepsUp() {
      return perSecond() >= KEEPS_UP * rate * CLIENTS;
    }

    String text() {
      return Figures.count(perSecond())
          + ", p99 "
          + millis(p99Millis)
          + (complete ? "" : ", not all");
    }
  }

  private static void measure(Contestant contestant, Table table) {
    try (Readers readers = new Readers(contestant)) {
      readers.open(1);
      Saturation saturation =
          new Saturation(contestant, readers, Ticker.warmUp(contestant, readers));
      readers.open(CLIENTS - 1);
      saturation.warmUp();
      saturation.climb();
      saturation.threads.shutdown();
      Step best = saturation.best;
      Step limit = saturation.limit.orElse(best);
      table.add(
          contestant.name(),
          Figures.count(best.perSecond()),
          millis(best.p99Millis()),
          best.cores(best.used().server()),
          best.cores(best.used().compilers()),
          best.cores(best.used().clients()),
          limit.text());
    }
  }

  private void warmUp() {
    for (int i = 0; i < contestant.warmUpSeconds() / SECONDS; i++) {
      step(WARM_UP_PER_SECOND);
    }
  }

  private void climb() {
    for (int rate = LEAST_PER_SECOND;
        rate <= MOST_PER_SECOND && limit.isEmpty();
        rate += rate / 2) {
      attempt(rate);
    }
    for (int i = 0; i < NARROWED && limit.filter(Saturation::cameLate).isPresent(); i++) {
      attempt((best.rate() + limit.get().rate()) / 2);
    }
  }

  /** What came late comes late twice before it counts: a hiccup of the machine may be behind it. */
  private void attempt(int rate) {
    Step step = step(rate);
    if (cameLate(step)) {
      step = step(rate);
    }
    if (step.isGood() && step.perSecond() > best.perSecond()) {
      best = step;
    }
    if (!step.isGood() || !step.keepsUp()) {
      limit = Optional.of(step);
    }
  }

  /** Too late, but whole: nothing of it disturbs what comes next. */
  private static boolean cameLate(Step step) {
    return step.complete() && !step.isGood();
  }

  private Step step(int rate) {
    readers.reset();
    int count = rate * SECONDS / publishers * publishers;
    int first = next;
    next += count;
    Usage before = Usage.of(contestant.pid());
    long began = System.nanoTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < publishers; i++) {
      int mine = i;
      all.add(CompletableFuture.runAsync(() -> publish(first, mine, count, rate, began), threads));
    }
    all.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - began) / 1e9;
    Usage used = Usage.of(contestant.pid()).minus(before);
    long wanted = (long) count * CLIENTS;
    Pause.until(() -> readers.delivered() >= wanted, ARRIVES_WITHIN_SECONDS);
    return new Step(
        rate,
        seconds,
        count,
        readers.latencies().getValueAtPercentile(99) / 1_000.0,
        readers.delivered() == wanted && readers.ended() == 0,
        used);
  }

  /** Every so many-th, at its moment, or as soon as the one before is accepted. */
  private void publish(int first, int mine, int count, int rate, long began) {
    for (int i = mine; i < count; i += publishers) {
      Pause.until(began + i * 1_000_000_000L / rate);
      readers.publishing(first + i);
      contestant.publish(first + i);
    }
  }
}
