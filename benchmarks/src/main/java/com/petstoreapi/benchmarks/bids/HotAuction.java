package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.benchmarks.load.Postgres;
import com.petstoreapi.benchmarks.load.Processors;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * How many bids a second one auction takes on a PostgreSQL that forces every commit to disk: by
 * group commit, as auction-service does, and with a transaction for each bid, in the same run.
 * Without transports: those of {@link HotSocket} are the real ones.
 */
public final class HotAuction {
  private static final int BIDDERS = 200;
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private final Postgres postgres;

  private HotAuction(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Takes no arguments, and about two minutes. */
  public static void main(String[] arguments) {
    System.out.println("load before: " + Processors.load());
    try (Postgres postgres = Postgres.start()) {
      new HotAuction(postgres).run();
    }
  }

  private void run() {
    Result each = crowd("a transaction for each bid", HotAuction::transactionForEachBid, BIDDERS);
    Result group = crowd("group commit", GroupCommit::new, BIDDERS);
    System.out.printf("times as many: %.1f%n", group.perSecond() / each.perSecond());
    paced("group commit at half of that", group.perSecond() / 2);
    Result two = crowd("group commit on two nodes", TwoNodes::new, BIDDERS);
    System.out.printf("of what one node takes: %.2f%n", two.perSecond() / group.perSecond());
    Result commit = crowd("a bare commit, one at a time", BareCommit::new, 1);
    Result alone = crowd("a lone bidder by group commit", GroupCommit::new, 1);
    System.out.printf(
        "a lone bid takes %.1f ms more than a bare commit%n", alone.millis(50) - commit.millis(50));
  }

  private Result crowd(String name, Function<DataSource, AuctionHouse> contestant, int people) {
    try (HikariDataSource database = database(name);
        AuctionHouse house = contestant.apply(database)) {
      new Crowd(house, people).bid(WARM_UP);
      return report(name, () -> new Crowd(house, people).bid(MEASURED));
    }
  }

  /** At half the load, what an answer takes. */
  private void paced(String name, double perSecond) {
    try (HikariDataSource database = database(name);
        AuctionHouse house = new GroupCommit(database)) {
      new Crowd(house, BIDDERS).bid(WARM_UP);
      report(name, () -> new Pace(house, BIDDERS, perSecond).bid(MEASURED));
    }
  }

  private Result report(String name, Supplier<Result> measured) {
    long ownPid = ProcessHandle.current().pid();
    Duration database = postgres.used();
    Duration own = Processors.usedBy(ownPid);
    Result result = measured.get();
    System.out.printf(
        "%-30s %s; processor per answer: PostgreSQL %.0f µs, Java %.0f µs%n",
        name,
        result,
        result.microsEach(postgres.used().minus(database)),
        result.microsEach(Processors.usedBy(ownPid).minus(own)));
    return result;
  }

  private static AuctionHouse transactionForEachBid(DataSource database) {
    return new TransactionForEachBid(database, CONNECTIONS);
  }

  private HikariDataSource database(String name) {
    String url = postgres.create(name.replaceAll("[^a-z]", "_"));
    return postgres.pool(url, CONNECTIONS);
  }
}
