package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Head;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Table {@code stream}: one row a stream; its lock is the stream's. */
final class StreamTable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String FIND = "SELECT id, epoch, oldest, head FROM stream WHERE name = ?";
  private static final String LOCK = FIND + " FOR UPDATE";

  /**
   * With the clock, for one journey. CURRENT_TIMESTAMP is the transaction's begin, before the lock
   * was taken, and so not in the order of commits; clock_timestamp() goes on, and stands outside
   * because inside it would be read before the wait for the lock.
   *
   * <p>What is read from here to the end of the transaction is read by its key, through an index: a
   * plan that was made while a table was empty, to read all of it, would be kept while it grows.
   */
  private static final String LOCK_ON_POSTGRES =
      "SELECT locked.*, clock_timestamp() AS now, set_config('enable_seqscan', 'off', true)"
          + (" FROM (" + LOCK + ") AS locked");

  private static final String HEADS =
      "SELECT s.name, s.epoch, s.oldest, s.head FROM stream s"
          + " JOIN UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (name) ON asked.name = s.name";

  /** A row: the stream's number in {@code event}, and its head. */
  record Row(long id, Head head) {}

  /** A row that is locked, and the moment that counts for whoever holds the lock. */
  record Locked(Row row, Instant now) {}

  Optional<Row> find(Connection connection, String name) throws SQLException {
    return select(connection, FIND, name, StreamTable::row);
  }

  /** The heads of those that are there, by name. */
  Map<String, Head> heads(Connection connection, List<String> names) throws SQLException {
    Map<String, Head> heads = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(HEADS)) {
      new Columns(connection, select, 1).setTexts(names, Function.identity());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          heads.put(found.getString("name"), head(found));
        }
      }
    }
    return heads;
  }

  /** Locks the stream's row until the transaction ends; inserts it when it is not there. */
  Row lock(Connection connection, String name) throws SQLException {
    return lock(connection, LOCK, name, StreamTable::row);
  }

  /** The same, and looks at the clock when it has the lock. */
  Locked lock(Connection connection, String name, DatabaseClock clock) throws SQLException {
    String query = DatabaseClock.isPostgres(connection) ? LOCK_ON_POSTGRES : LOCK;
    return lock(
        connection, query, name, found -> new Locked(row(found), clock.read(found, connection)));
  }

  void moveHead(Connection connection, long id, long head) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE stream SET head = ? WHERE id = ?")) {
      update.setLong(1, head);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  private static <T> T lock(Connection connection, String query, String name, Reader<T> reader)
      throws SQLException {
    Optional<T> found = select(connection, query, name, reader);
    if (found.isEmpty()) {
      insert(connection, name);
      found = select(connection, query, name, reader);
    }
    return found.orElseThrow(() -> new SQLException("stream " + name + " cannot be begun"));
  }

  private static <T> Optional<T> select(
      Connection connection, String query, String name, Reader<T> reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, name);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? Optional.of(reader.read(found)) : Optional.empty();
      }
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(found.getLong("id"), head(found));
  }

  private static Head head(ResultSet found) throws SQLException {
    return new Head(found.getString("epoch"), found.getLong("oldest"), found.getLong("head"));
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

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet found) throws SQLException;
  }
}
