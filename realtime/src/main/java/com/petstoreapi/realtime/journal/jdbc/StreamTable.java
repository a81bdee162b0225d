package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Head;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code stream}: one row a stream; its lock is the stream's. */
final class StreamTable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String FIND = "SELECT id, epoch, oldest, head FROM stream WHERE name = ?";
  private static final String LOCK = FIND + " FOR UPDATE";

  /** A row: the stream's number in {@code event}, and its head. */
  record Row(long id, Head head) {}

  Optional<Row> find(Connection connection, String name) throws SQLException {
    return select(connection, FIND, name);
  }

  /** Locks the stream's row until the transaction ends; inserts it when it is not there. */
  Row lock(Connection connection, String name) throws SQLException {
    Optional<Row> row = select(connection, LOCK, name);
    if (row.isEmpty()) {
      insert(connection, name);
      row = select(connection, LOCK, name);
    }
    return row.orElseThrow(() -> new SQLException("stream " + name + " cannot be begun"));
  }

  void moveHead(Connection connection, long id, long head) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE stream SET head = ? WHERE id = ?")) {
      update.setLong(1, head);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  private static Optional<Row> select(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Row(
                    row.getLong("id"),
                    new Head(row.getString("epoch"), row.getLong("oldest"), row.getLong("head"))))
            : Optional.empty();
      }
    }
  }

  /** Two nodes may do this at once: the second waits for the first and then inserts nothing. */
  private static void insert(Connection connection, String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO stream (name, epoch, oldest, head) VALUES (?, ?, 1, 0)"
                + " ON CONFLICT DO NOTHING")) {
      insert.setString(1, name);
      insert.setString(2, newEpoch());
      insert.executeUpdate();
    }
  }

  /** Six letters and digits: enough to tell the lives of one journal apart. */
  private static String newEpoch() {
    StringBuilder epoch = new StringBuilder(6);
    while (epoch.length() < 6) {
      epoch.append(Character.forDigit(RANDOM.nextInt(36), 36));
    }
    return epoch.toString();
  }
}
