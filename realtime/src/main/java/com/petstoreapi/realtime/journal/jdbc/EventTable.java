package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Table {@code event}: what happened, by stream and number. */
final class EventTable {
  private static final String READ =
      "SELECT e.seq, e.at, e.type, e.audience, e.subject, e.data FROM event e"
          + " JOIN stream s ON s.id = e.stream_id"
          + " WHERE s.name = ? AND e.seq > ? ORDER BY e.seq LIMIT ?";

  private static final String INSERT =
      "INSERT INTO event (stream_id, seq, at, type, audience, subject, data, source)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

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

  /** Numbers the drafts from the head on and writes them in one batch. */
  List<Event> insert(Connection connection, StreamTable.Row stream, Commit commit)
      throws SQLException {
    List<Draft> drafts = commit.drafts();
    if (drafts.isEmpty()) {
      return List.of();
    }
    OffsetDateTime at = commit.now().atOffset(ZoneOffset.UTC);
    List<Event> events = new ArrayList<>(drafts.size());
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      long seq = stream.head().seq();
      for (Draft draft : drafts) {
        seq++;
        insert.setLong(1, stream.id());
        insert.setLong(2, seq);
        insert.setObject(3, at);
        insert.setString(4, draft.type());
        insert.setString(5, draft.audience().user());
        insert.setString(6, draft.subject());
        insert.setString(7, draft.data());
        setSource(insert, draft.source());
        insert.addBatch();
        events.add(
            new Event(
                seq, commit.now(), draft.type(), draft.audience(), draft.subject(), draft.data()));
      }
      insert.executeBatch();
    }
    return events;
  }

  private static void setSource(PreparedStatement insert, String source) throws SQLException {
    if (source.isEmpty()) {
      insert.setNull(8, Types.VARCHAR);
    } else {
      insert.setString(8, source);
    }
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("type"),
        new Audience(row.getString("audience")),
        row.getString("subject"),
        row.getString("data"));
  }
}
