package com.petstoreapi.chat.store;

import com.petstoreapi.chat.Reading;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Table {@code chat_read}, and what of a room somebody has not read. */
final class ReadTable {
  /** Counts what others have written after a number; for a statement about {@code stream s}. */
  static final String UNREAD =
      "(SELECT COUNT(*) FROM event e WHERE e.stream_id = s.id AND e.seq > COALESCE(r.seq, 0)"
          + " AND e.type IN ('message', 'attachment') AND e.subject <> ?)";

  private static final String POSITIONS =
      "SELECT r.user_id, r.seq, s.epoch FROM chat_read r JOIN stream s ON s.name = ?"
          + " WHERE r.room_id = ? ORDER BY r.user_id";
  private static final String READING =
      "SELECT COALESCE(r.seq, 0) AS seq, s.epoch, "
          + UNREAD
          + " AS unread FROM stream s LEFT JOIN chat_read r ON r.room_id = ? AND r.user_id = ?"
          + " WHERE s.name = ?";
  private static final String FORWARD =
      "UPDATE chat_read SET seq = ? WHERE room_id = ? AND user_id = ? AND seq < ?";
  private static final String BEGIN =
      "INSERT INTO chat_read (room_id, user_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  Map<String, Position> positions(Connection connection, String roomId, String stream)
      throws SQLException {
    Map<String, Position> positions = new LinkedHashMap<>();
    Rows.read(
        connection,
        POSITIONS,
        row -> positions.put(row.getString("user_id"), position(row)),
        stream,
        roomId);
    return positions;
  }

  List<Reading> reading(Connection connection, String roomId, String stream, String user)
      throws SQLException {
    return Rows.read(
        connection,
        READING,
        row -> new Reading(position(row), row.getInt("unread")),
        user,
        roomId,
        user,
        stream);
  }

  /** Whether it went forward. */
  boolean forward(Connection connection, String roomId, String user, long seq) throws SQLException {
    try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setString(1, roomId);
      begin.setString(2, user);
      begin.setLong(3, seq);
      if (begin.executeUpdate() > 0) {
        return true;
      }
    }
    try (PreparedStatement forward = connection.prepareStatement(FORWARD)) {
      forward.setLong(1, seq);
      forward.setString(2, roomId);
      forward.setString(3, user);
      forward.setLong(4, seq);
      return forward.executeUpdate() > 0;
    }
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(row.getLong("seq"), row.getString("epoch"));
  }
}
