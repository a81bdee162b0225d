package com.petstoreapi.auction.outbox;

import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Table {@code outbox}: what waits, in the order in which it was put in, and what was refused. */
final class OutboxTable {
  /** A parameter a column rather than one a value: half the work for the database. */
  private static final String INSERT =
      "INSERT INTO outbox (id, at, type, audience, data, trace)"
          + " SELECT l.id, CAST(? AS TIMESTAMP(3) WITH TIME ZONE), l.type, l.audience, l.data,"
          + " CAST(? AS VARCHAR)"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) AS l (id, type, audience, data)";

  /**
   * H2 shows a commit before it has written it. The lock makes this a transaction that is written,
   * too, and all that it has seen with it, before it ends.
   */
  private static final String FIRST =
      "SELECT id, type, audience, data, reached, trace FROM outbox WHERE refused = ''"
          + " ORDER BY seq LIMIT ? FOR UPDATE";

  private static final String DELETE = "DELETE FROM outbox WHERE id = ?";
  private static final String REFUSE = "UPDATE outbox SET refused = ? WHERE id = ?";
  private static final String REACH = "UPDATE outbox SET reached = ? WHERE id = ? AND reached < ?";
  private static final String OLDEST =
      "SELECT at, CURRENT_TIMESTAMP AS today FROM outbox WHERE refused = '' ORDER BY seq LIMIT 1";
  private static final String COUNT =
      "SELECT COUNT(*) AS waiting, COUNT(NULLIF(refused, '')) AS refused"
          + " FROM (SELECT refused FROM outbox LIMIT ?) counted";

  private final Uuid7 ids;

  OutboxTable(Uuid7 ids) {
    this.ids = ids;
  }

  /**
   * @param trace by what it is followed; empty when nobody does
   */
  void insert(Connection connection, List<Letter> letters, Instant now, String trace)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, now.atOffset(ZoneOffset.UTC));
      insert.setString(2, trace.isEmpty() ? null : trace);
      Columns columns = new Columns(connection, insert, 3);
      columns.setTexts(letters, letter -> ids.next());
      columns.setTexts(letters, Letter::type);
      columns.setTexts(letters, Letter::audience);
      columns.setTexts(letters, Letter::data);
      insert.executeUpdate();
    }
  }

  List<Parcel> first(Connection connection, int limit) throws SQLException {
    return Rows.read(connection, FIRST, OutboxTable::parcel, limit);
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getString("id"),
        row.getString("type"),
        row.getString("audience"),
        row.getString("data"),
        row.getString("reached"),
        Objects.requireNonNullElse(row.getString("trace"), ""));
  }

  void delete(Connection connection, List<Parcel> parcels) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (Parcel parcel : parcels) {
        delete.setString(1, parcel.id());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  void refuse(Connection connection, Parcel parcel, String why) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REFUSE)) {
      update.setString(1, why);
      update.setString(2, parcel.id());
      update.executeUpdate();
    }
  }

  /** Goes forward only: another node may be further. */
  void reach(Connection connection, Parcel parcel, String user) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REACH)) {
      update.setString(1, user);
      update.setString(2, parcel.id());
      update.setString(3, user);
      update.executeUpdate();
    }
  }

  /**
   * @param most rows are looked at, so that this stays cheap however many there are
   */
  Backlog backlog(Connection connection, int most) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setInt(1, most);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        long refused = row.getLong("refused");
        return new Backlog(row.getLong("waiting") - refused, refused, oldest(connection));
      }
    }
  }

  /** By the database's clock, which has put down when it was decided. */
  private static Duration oldest(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OLDEST);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Duration.between(time(row, "at"), time(row, "today")) : Duration.ZERO;
    }
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
