package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.benchmarks.load.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** No auction at all: what one commit of one row takes, which no durable answer can be without. */
final class BareCommit implements AuctionHouse {
  private final DataSource database;

  BareCommit(DataSource database) {
    this.database = database;
    Postgres.execute(database, "CREATE TABLE counter (n bigint)");
    Postgres.execute(database, "INSERT INTO counter VALUES (0)");
  }

  @Override
  public CompletableFuture<Boolean> bid(String bidder, long amount, String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement("UPDATE counter SET n = n + 1")) {
      update.executeUpdate();
      return CompletableFuture.completedFuture(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // the pool is not ours
  }
}
