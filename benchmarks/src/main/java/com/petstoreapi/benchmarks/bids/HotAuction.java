package com.petstoreapi.benchmarks.bids;

import static com.petstoreapi.benchmarks.report.Figures.millis;

import com.petstoreapi.benchmarks.load.Postgres;
import com.petstoreapi.benchmarks.load.Processors;
import com.petstoreapi.benchmarks.report.Table;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * How many bids a second one auction takes on a PostgreSQL that forces every commit to disk: by
 * group commit, as auction-service does, and with a transaction for each bid, in the same run.
 * Without transports: those of {@link HotSocket} are the real ones.
 */
final class HotAuction {
  private static final int BIDDERS = 200;
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private final Postgres postgres;
  private final Table table =
      new Table(
          "One hot auction: %d bidders, without transports".formatted(BIDDERS),
          "contestant",
          "answers a second",
          "accepted",
          "p50",
          "p99",
          "processor per answer",
          "compared");

  private HotAuction(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Takes two and a half minutes. */
  static Table run() {
    try (Postgres postgres = Postgres.start()) {
      HotAuction auction = new HotAuction(postgres);
      auction.measure();
      return auction.table;
    }
  }

  private void measure() {
    Result each =
        crowd("a transaction for each bid", HotAuction::transactionForEachBid, BIDDERS, none());
    Result group =
        crowd(
            "Petstore Live, group commit",
            GroupCommit::new,
            BIDDERS,
            result -> "%.1f times as many".formatted(result.perSecond() / each.perSecond()));
    paced("Petstore Live, half of that", group.perSecond() / 2);
    crowd(
        "Petstore Live, two nodes",
        TwoNodes::new,
        BIDDERS,
        result -> "%.2f of what one takes".formatted(result.perSecond() / group.perSecond()));
    Result commit = crowd("a bare commit, one at a time", BareCommit::new, 1, none());
    crowd(
        "Petstore Live, a lone bidder",
        GroupCommit::new,
        1,
        result -> millis(result.millis(50) - commit.millis(50)) + " more than a bare commit");
  }

  private static Function<Result, String> none() {
    return result -> "";
  }

  private Result crowd(
      String name,
      Function<DataSource, AuctionHouse> contestant,
      int people,
      Function<Result, String> comparison) {
    try (HikariDataSource database = database(name);
        AuctionHouse house = contestant.apply(database)) {
      new Crowd(house, people).bid(WARM_UP);
      return report(name, () -> new Crowd(house, people).bid(MEASURED), comparison);
    }
  }

  /** At half the load, what an answer takes. */
  private void paced(String name, double perSecond) {
    try (HikariDataSource database = database(name);
        AuctionHouse house = new GroupCommit(database)) {
      new Crowd(house, BIDDERS).bid(WARM_UP);
      report(name, () -> new Pace(house, BIDDERS, perSecond).bid(MEASURED), none());
    }
  }

  private Result report(
      String name, Supplier<Result> measured, Function<Result, String> comparison) {
    long ownPid = ProcessHandle.current().pid();
    Duration database = postgres.used();
    Duration own = Processors.usedBy(ownPid);
    Result result = measured.get();
    table.add(
        name,
        result.perSecondText(),
        result.acceptedText(),
        millis(result.millis(50)),
        millis(result.millis(99)),
        "PostgreSQL %.0f µs, Java %.0f µs"
            .formatted(
                result.microsEach(postgres.used().minus(database)),
                result.microsEach(Processors.usedBy(ownPid).minus(own))),
        comparison.apply(result));
    return result;
  }

  private static AuctionHouse transactionForEachBid(DataSource database) {
    return new TransactionForEachBid(database, CONNECTIONS);
  }

  private HikariDataSource database(String name) {
    String url = postgres.create(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "_"));
    return postgres.pool(url, CONNECTIONS);
  }
}
