package com.petstoreapi.benchmarks.bids;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * What is mostly written by hand: lock the auction's row, look at the price, insert the bid and its
 * key, update the row, commit. As many at once as there are connections.
 */
final class TransactionForEachBid implements AuctionHouse {
  private static final int THREADS = 32;

  private final DataSource database;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

  TransactionForEachBid(DataSource database) {
    this.database = database;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE lot (id int PRIMARY KEY, price bigint, leader text)");
      statement.execute(
          "CREATE TABLE bid (id text PRIMARY KEY, bidder text, amount bigint,"
              + " request_key text, at timestamptz DEFAULT now(), UNIQUE (bidder, request_key))");
      statement.execute("INSERT INTO lot VALUES (1, 0, '')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<Boolean> bid(String bidder, long amount, String key) {
    return CompletableFuture.supplyAsync(() -> bidNow(bidder, amount, key), executor);
  }

  private boolean bidNow(String bidder, long amount, String key) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean accepted = price(connection) < amount;
      if (accepted) {
        insert(connection, bidder, amount, key);
        lead(connection, bidder, amount);
      }
      connection.commit();
      return accepted;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long price(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT price FROM lot WHERE id = 1 FOR UPDATE");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void insert(Connection connection, String bidder, long amount, String key)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO bid (id, bidder, amount, request_key) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, bidder);
      insert.setLong(3, amount);
      insert.setString(4, key);
      insert.executeUpdate();
    }
  }

  private static void lead(Connection connection, String bidder, long amount) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE lot SET price = ?, leader = ? WHERE id = 1")) {
      update.setLong(1, amount);
      update.setString(2, bidder);
      update.executeUpdate();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
