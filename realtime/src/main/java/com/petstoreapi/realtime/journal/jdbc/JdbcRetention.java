package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the oldest events of streams go. Their numbers are never given out again; a cursor that
 * would need them finds that the journal begins later, and is reset.
 */
public final class JdbcRetention {
  private static final String STREAMS =
      "SELECT name FROM stream WHERE name > ? AND oldest <= head ORDER BY name LIMIT ?";

  /** What is too old ends at the last of the next few that is: times rise with the numbers. */
  private static final String LAST =
      "SELECT s.id, MAX(e.seq) AS last FROM stream s JOIN event e ON e.stream_id = s.id"
          + " WHERE s.name = ? AND e.seq >= s.oldest AND e.seq < s.oldest + ?"
          + " AND (e.at < ? OR e.seq <= s.head - ?) GROUP BY s.id";

  private static final String DELETE = "DELETE FROM event WHERE stream_id = ? AND seq <= ?";

  /** The lock on the stream is taken last, so that a writer waits for one row only. */
  private static final String MOVE = "UPDATE stream SET oldest = ? WHERE id = ? AND oldest < ?";

  private final Transactions transactions;

  public JdbcRetention(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Streams that hold events, by name, after that one. */
  public List<String> streams(String after, int limit) {
    return inTransaction(
        connection -> {
          List<String> names = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
            select.setString(1, after);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                names.add(row.getString("name"));
              }
            }
          }
          return names;
        });
  }

  /**
   * Deletes, in one short transaction, the oldest events of a stream that are too old by the
   * database's clock or too far behind its head.
   *
   * @param kept for so long
   * @param most so many at once, 1 or more
   * @param keep so many of the newest
   * @return how many were deleted; fewer than {@code most} when nothing is left to delete
   */
  public int forget(String stream, Duration kept, long keep, int most) {
    return inTransaction(connection -> forget(connection, stream, kept, keep, most));
  }

  private static int forget(
      Connection connection, String stream, Duration kept, long keep, int most)
      throws SQLException {
    OffsetDateTime limit = now(connection).minus(kept);
    try (PreparedStatement select = connection.prepareStatement(LAST)) {
      select.setString(1, stream);
      select.setInt(2, most);
      select.setObject(3, limit);
      select.setLong(4, keep);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? delete(connection, found.getLong("id"), found.getLong("last")) : 0;
      }
    }
  }

  private static int delete(Connection connection, long id, long last) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      delete.setLong(1, id);
      delete.setLong(2, last);
      int deleted = delete.executeUpdate();
      move.setLong(1, last + 1);
      move.setLong(2, id);
      move.setLong(3, last + 1);
      move.executeUpdate();
      return deleted;
    }
  }

  private static OffsetDateTime now(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT CURRENT_TIMESTAMP");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    try {
      return transactions.inTransaction(work);
    } catch (SQLException e) {
      throw new JournalUnavailable("old events cannot be deleted", e);
    }
  }
}
