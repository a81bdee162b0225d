package com.petstoreapi.benchmarks.bids;

import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.AuctionServer;
import com.petstoreapi.benchmarks.load.Postgres;
import com.petstoreapi.benchmarks.load.Processors;
import com.petstoreapi.benchmarks.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same crowd at 200 sockets of the real server: how many durable answers a second it gets while
 * each of the 200 is told of each accepted bid, by every way in which a client can be told.
 */
final class HotSocket {
  private static final int BIDDERS = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final String MANY = "1000000";

  private final Table table =
      new Table(
          "One hot auction at %d sockets of the real server".formatted(BIDDERS),
          "way",
          "answers a second",
          "bids told a second",
          "accepted",
          "p50",
          "p99",
          "processor per answer",
          "of the server's");
  private final Postgres postgres;
  private final AuctionServer server;
  private final List<String> tokens;

  private HotSocket(Postgres postgres, AuctionServer server) {
    this.postgres = postgres;
    this.server = server;
    this.tokens =
        IntStream.range(0, BIDDERS).mapToObj(i -> server.token("bidder-" + i, "user")).toList();
  }

  /** Takes five minutes. */
  static Table run() {
    try (Postgres postgres = Postgres.start();
        AuctionServer server = AuctionServer.start(settings(postgres))) {
      HotSocket socket = new HotSocket(postgres, server);
      socket.measure();
      return socket.table;
    }
  }

  private static Map<String, String> settings(Postgres postgres) {
    return Map.of(
        "DB_URL", postgres.create("auction"),
        "DB_USER", "postgres",
        "DB_PASSWORD", "none",
        "PETSTORE_SOCKET_MESSAGES_PER_SECOND", "100000",
        "PETSTORE_SOCKET_BURST", "100000",
        "PETSTORE_QUOTA_WRITES_PER_SECOND", MANY,
        "PETSTORE_QUOTA_WRITE_BURST", MANY,
        "PETSTORE_NOTIFICATIONS_URL", "http://localhost:1"); // away: announcements wait
  }

  private void measure() {
    Result all = crowd("Petstore Live, a frame for each message", "");
    Result batched = crowd("Petstore Live, batch=1", "?batch=1");
    Result latest = crowd("Petstore Live, batch=1, mode=latest", "?batch=1&mode=latest");
    paced("Petstore Live, half of that, a frame for each", "", all.perSecond() / 2);
    paced("Petstore Live, half of that, batch=1", "?batch=1", batched.perSecond() / 2);
    paced(
        "Petstore Live, half of that, mode=latest", "?batch=1&mode=latest", latest.perSecond() / 2);
    alone();
  }

  private Result crowd(String name, String query) {
    try (SocketCrowd crowd = new SocketCrowd(server.socket(server.openAuction(), query), tokens)) {
      crowd.bid(WARM_UP);
      return report(name, () -> crowd.bid(MEASURED));
    }
  }

  private void paced(String name, String query, double perSecond) {
    try (SocketCrowd crowd = new SocketCrowd(server.socket(server.openAuction(), query), tokens)) {
      crowd.bid(WARM_UP, perSecond);
      report(name, () -> crowd.bid(MEASURED, perSecond));
    }
  }

  /** Two who outbid each other, one bid at a time. */
  private void alone() {
    try (SocketCrowd crowd =
        new SocketCrowd(server.socket(server.openAuction(), ""), tokens.subList(0, 2))) {
      crowd.bid(WARM_UP, 50);
      report("Petstore Live, a lone bid", () -> crowd.bid(MEASURED, 50));
    }
  }

  private Result report(String name, Supplier<Result> measured) {
    Map<Long, Processors.Worker> threads = Processors.threadsOf(server.pid());
    Duration database = postgres.used();
    Duration service = Processors.usedBy(server.pid());
    Duration own = Processors.usedBy(ProcessHandle.current().pid());
    Result result = measured.get();
    table.add(
        name,
        result.perSecondText(),
        result.toldText(),
        result.acceptedText(),
        millis(result.millis(50)),
        millis(result.millis(99)),
        "server %.0f µs, PostgreSQL %.0f µs, clients %.0f µs"
            .formatted(
                result.microsEach(Processors.usedBy(server.pid()).minus(service)),
                result.microsEach(postgres.used().minus(database)),
                result.microsEach(Processors.usedBy(ProcessHandle.current().pid()).minus(own))),
        shares(result, threads, Processors.threadsOf(server.pid())));
    return result;
  }

  /**
   * What each kind of its threads took for an answer, where it is a microsecond or more. A thread
   * counts under the name that it has in the end: a lane may have gone from one to another.
   */
  private static String shares(
      Result result, Map<Long, Processors.Worker> before, Map<Long, Processors.Worker> after) {
    Map<String, Duration> used = new TreeMap<>();
    after.forEach(
        (thread, worker) -> {
          Processors.Worker old = before.get(thread);
          Duration more = old == null ? worker.used() : worker.used().minus(old.used());
          used.merge(worker.name(), more, Duration::plus);
        });
    return used.entrySet().stream()
        .filter(share -> result.microsEach(share.getValue()) >= 1)
        .map(share -> "%s %.0f µs".formatted(share.getKey(), result.microsEach(share.getValue())))
        .collect(Collectors.joining(", "));
  }
}
