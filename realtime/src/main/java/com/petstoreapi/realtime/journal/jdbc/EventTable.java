package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Table {@code event}: what happened, by stream and number. */
final class EventTable {
  /**
   * A walk along the primary key, which ends at the limit: with a join in the place of the
   * subquery, or without the first column in the order, all that follows would be read and sorted.
   */
  static final String READ =
      "SELECT seq, at, type, audience, subject, data, trace FROM event"
          + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?) AND seq > ?"
          + " ORDER BY stream_id, seq LIMIT ?";

  /** A parameter a column rather than one a value: a third of the work for the database. */
  private static final String INSERT =
      "INSERT INTO event (stream_id, seq, at, type, audience, subject, data, source, trace)"
          + " SELECT CAST(? AS BIGINT), e.seq, CAST(? AS TIMESTAMP(3) WITH TIME ZONE),"
          + " e.type, e.audience, e.subject, e.data, e.source, CAST(? AS VARCHAR)"
          + " FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY)) AS e (seq, type, audience, subject, data, source)";

  List<Event> read(Connection connection, String stream, long after, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, stream);
      select.setLong(2, after);
      select.setInt(3, limit);
      List<Event> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      return events;
    }
  }

  /** Numbers the drafts from the head on and writes them in one statement. */
  List<Event> insert(Connection connection, StreamTable.Row stream, Commit commit)
      throws SQLException {
    List<Event> events = numbered(stream.head().seq(), commit);
    if (events.isEmpty()) {
      return events;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, stream.id());
      insert.setObject(2, commit.now().atOffset(ZoneOffset.UTC));
      insert.setString(3, emptyToNull(commit.trace()));
      Columns columns = new Columns(connection, insert, 4);
      columns.setNumbers(events, Event::seq);
      columns.setTexts(events, Event::type);
      columns.setTexts(events, event -> event.audience().user());
      columns.setTexts(events, Event::subject);
      columns.setTexts(events, Event::data);
      columns.setTexts(commit.drafts(), draft -> emptyToNull(draft.source()));
      insert.executeUpdate();
    }
    return events;
  }

  private static List<Event> numbered(long head, Commit commit) {
    List<Event> events = new ArrayList<>();
    long seq = head;
    for (Draft draft : commit.drafts()) {
      seq++;
      events.add(
          new Event(
              seq,
              commit.now(),
              draft.type(),
              draft.audience(),
              draft.subject(),
              draft.data(),
              commit.trace()));
    }
    return events;
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("type"),
        new Audience(row.getString("audience")),
        row.getString("subject"),
        row.getString("data"),
        Objects.requireNonNullElse(row.getString("trace"), ""));
  }
}
