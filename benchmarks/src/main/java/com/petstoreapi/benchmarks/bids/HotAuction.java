package com.petstoreapi.benchmarks.bids;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * How many bids a second one auction takes on a PostgreSQL that forces every commit to disk: by
 * group commit, as auction-service does, and with a transaction for each bid, in the same run.
 */
public final class HotAuction {
  private static final int BIDDERS = 200;
  private static final int CONNECTIONS = 32;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(12);

  private HotAuction() {}

  /** Takes no arguments, and about a minute. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      Result each = run("a transaction for each bid", postgres, TransactionForEachBid::new);
      Result group = run("group commit", postgres, GroupCommit::new);
      System.out.printf(
          "group commit answers %.1f times as many%n", group.perSecond() / each.perSecond());
      paced(postgres, group.perSecond() / 2);
      alone(postgres);
    }
  }

  private interface Contestant {
    AuctionHouse in(DataSource database);
  }

  private static Result run(String name, EmbeddedPostgres postgres, Contestant contestant)
      throws IOException {
    try (HikariDataSource database = database(postgres, name);
        AuctionHouse house = contestant.in(database)) {
      new Crowd(house, BIDDERS).bid(WARM_UP);
      return report(name, new Crowd(house, BIDDERS).bid(MEASURED));
    }
  }

  /** At half the load, what an answer takes. */
  private static void paced(EmbeddedPostgres postgres, double perSecond) throws IOException {
    try (HikariDataSource database = database(postgres, "paced");
        AuctionHouse house = new GroupCommit(database)) {
      new Crowd(house, BIDDERS).bid(WARM_UP);
      report("group commit at half of that", new Pace(house, BIDDERS, perSecond).bid(MEASURED));
    }
  }

  /** One bidder: nobody shares his commit with him, and he waits for nobody. */
  private static void alone(EmbeddedPostgres postgres) throws IOException {
    try (HikariDataSource database = database(postgres, "alone");
        AuctionHouse house = new GroupCommit(database)) {
      new Crowd(house, 1).bid(WARM_UP);
      report("a lone bidder by group commit", new Crowd(house, 1).bid(MEASURED));
    }
  }

  private static Result report(String name, Result result) {
    System.out.println(name + ": " + result);
    return result;
  }

  private static HikariDataSource database(EmbeddedPostgres postgres, String name)
      throws IOException {
    String database = name.replaceAll("[^a-z]", "_");
    execute(postgres.getPostgresDatabase(), List.of("CREATE DATABASE " + database));
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.getJdbcUrl("postgres", database) + "&reWriteBatchedInserts=true");
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static void execute(DataSource database, List<String> statements) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
