package com.petstoreapi.auction.watch.store;

import com.petstoreapi.auction.watch.Watch;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Tables {@code watch} and {@code watcher}. */
public final class JdbcWatchLists implements WatchLists {
  private static final String ENROL =
      "INSERT INTO watcher (user_id) VALUES (?) ON CONFLICT DO NOTHING";
  private static final String LOCK = "SELECT user_id FROM watcher WHERE user_id = ? FOR UPDATE";
  private static final String COUNT = "SELECT COUNT(*) AS pets FROM watch WHERE user_id = ?";
  private static final String INSERT =
      "INSERT INTO watch (user_id, pet_id, since) VALUES (?, ?, CURRENT_TIMESTAMP)";
  private static final String DELETE = "DELETE FROM watch WHERE user_id = ? AND pet_id = ?";
  private static final String FIND =
      "SELECT pet_id, since FROM watch WHERE user_id = ? AND pet_id = ?";
  private static final String LIST =
      "SELECT pet_id, since FROM watch WHERE user_id = ? AND pet_id > ? ORDER BY pet_id LIMIT ?";
  private static final String WATCHING =
      "SELECT user_id FROM watch WHERE pet_id = ? AND user_id > ? ORDER BY user_id LIMIT ?";

  private final Transactions transactions;

  public JdbcWatchLists(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(String user, String petId) {
    inTransaction(
        connection -> {
          update(connection, ENROL, user);
          Rows.read(connection, LOCK, row -> row.getString("user_id"), user);
          if (Rows.read(connection, FIND, JdbcWatchLists::watch, user, petId).isEmpty()) {
            requireRoom(connection, user);
            update(connection, INSERT, user, petId);
          }
          return null;
        });
  }

  @Override
  public void remove(String user, String petId) {
    inTransaction(connection -> update(connection, DELETE, user, petId));
  }

  @Override
  public Optional<Watch> find(String user, String petId) {
    return inTransaction(
            connection -> Rows.read(connection, FIND, JdbcWatchLists::watch, user, petId))
        .stream()
        .findFirst();
  }

  @Override
  public List<Watch> of(String user, String after, int limit) {
    return inTransaction(
        connection -> Rows.read(connection, LIST, JdbcWatchLists::watch, user, after, limit));
  }

  @Override
  public List<String> watching(String petId, String after, int limit) {
    return inTransaction(
        connection ->
            Rows.read(connection, WATCHING, row -> row.getString("user_id"), petId, after, limit));
  }

  private static void requireRoom(Connection connection, String user) throws SQLException {
    if (Rows.read(connection, COUNT, row -> row.getInt("pets"), user).get(0) >= MOST) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED, "A user can watch " + MOST + " pets, and not one more.");
    }
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        row.getString("pet_id"), row.getObject("since", OffsetDateTime.class).toInstant());
  }

  private static int update(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setString(i + 1, parameters[i]);
      }
      return update.executeUpdate();
    }
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    try {
      return transactions.inTransaction(work);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot reach the watch lists", e);
    }
  }
}
