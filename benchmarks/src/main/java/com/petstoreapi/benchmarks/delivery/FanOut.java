package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.Footprint;
import com.petstoreapi.benchmarks.load.Processors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * What it costs to tell everybody everything: so many clients, so many messages a second,
 * publishing included, for each contestant in turn; and what a client costs that hears nothing.
 */
public final class FanOut {
  private static final int WARM_UP_SECONDS = 20;
  private static final int MEASURED_SECONDS = 20;
  private static final int SETTLED_SECONDS = 5;

  private final int clients;
  private final int perSecond;

  private FanOut(int clients, int perSecond) {
    this.clients = clients;
    this.perSecond = perSecond;
  }

  /**
   * @param arguments clients (1000), messages a second (50), and whether peers, too (true); takes
   *     about eight minutes with them, three without
   */
  public static void main(String[] arguments) {
    int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    System.out.printf(
        "%d clients, %d messages a second, load before: %s%n",
        clients, perSecond, Processors.load());
    boolean withPeers = arguments.length < 3 || Boolean.parseBoolean(arguments[2]);
    FanOut fanOut = new FanOut(clients, perSecond);
    List<Row> rows = new ArrayList<>();
    for (Supplier<Optional<Contestant>> start : withPeers ? all() : ours()) {
      start.get().ifPresent(contestant -> rows.add(fanOut.measure(contestant)));
    }
    print(rows);
    System.exit(rows.stream().allMatch(Row::complete) ? 0 : 1);
  }

  private static List<Supplier<Optional<Contestant>>> ours() {
    return List.of(
        () -> Optional.of(new PetstoreStreams()), () -> Optional.of(new PetstoreSockets(false)));
  }

  private static List<Supplier<Optional<Contestant>>> all() {
    return List.of(
        () -> Optional.of(new PetstoreStreams()),
        () -> Nchan.start(false),
        () -> NodeServer.start(NodeServer.Kind.EXPRESS),
        () -> Optional.of(new PetstoreSockets(false)),
        () -> Nchan.start(true),
        () -> NodeServer.start(NodeServer.Kind.WS),
        () -> NodeServer.start(NodeServer.Kind.SOCKET_IO));
  }

  /**
   * What was found.
   *
   * @param idleKilobytes resident memory for each client, before anything was published
   * @param complete whether each client got everything, in order, and none was left
   */
  private record Row(
      String name,
      double microsEach,
      double p50Millis,
      double p99Millis,
      double idleKilobytes,
      boolean complete) {}

  private Row measure(Contestant contestant) {
    try (contestant;
        Readers readers = new Readers(contestant)) {
      readers.open(1); // what is made for the first is not counted
      pause(SETTLED_SECONDS);
      long before = Footprint.residentBytes(contestant.pid());
      readers.open(clients - 1);
      pause(SETTLED_SECONDS);
      double idle = (Footprint.residentBytes(contestant.pid()) - before) / 1024.0 / (clients - 1);

      Ticker ticker = new Ticker(contestant, readers, 1, perSecond);
      ticker.runFor(WARM_UP_SECONDS);
      int first = ticker.next();
      readers.reset();
      Duration used = Processors.usedByFamilyOf(contestant.pid());
      ticker.runFor(MEASURED_SECONDS);
      pause(2);
      used = Processors.usedByFamilyOf(contestant.pid()).minus(used);

      Histogram latencies = readers.latencies();
      long wanted = (long) clients * (ticker.next() - first);
      Row row =
          new Row(
              contestant.name(),
              used.toNanos() / 1_000.0 / readers.delivered(),
              latencies.getValueAtPercentile(50) / 1_000.0,
              latencies.getValueAtPercentile(99) / 1_000.0,
              idle,
              readers.delivered() == wanted && readers.lost() == 0 && readers.ended() == 0);
      System.out.println(row);
      return row;
    }
  }

  private static void print(List<Row> rows) {
    System.out.println(
        "| contestant | server CPU a delivery | p50 | p99 | memory an idle client | complete |");
    System.out.println("|---|---|---|---|---|---|");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f µs | %.1f ms | %.1f ms | %.1f KB | %s |%n",
          row.name(),
          row.microsEach(),
          row.p50Millis(),
          row.p99Millis(),
          row.idleKilobytes(),
          row.complete() ? "yes" : "NO");
    }
  }

  private static void pause(int seconds) {
    try {
      Thread.sleep(seconds * 1_000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
