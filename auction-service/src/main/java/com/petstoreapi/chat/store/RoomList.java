package com.petstoreapi.chat.store;

import com.petstoreapi.chat.ListedRoom;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.RoomQuery;
import com.petstoreapi.chat.RoomStatus;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.Position;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Pages of rooms with what their reader has not seen. Ids of rooms are in the order of opening. */
final class RoomList {
  private static final String SELECT =
      "SELECT c.*, s.epoch, s.head, "
          + ReadTable.UNREAD
          + " AS unread FROM chat_room c JOIN stream s ON s.name = 'chat/' || c.id"
          + " LEFT JOIN chat_read r ON r.room_id = c.id AND r.user_id = ?";

  private static final String QUEUE =
      SELECT + " WHERE c.status = 'WAITING' AND c.id > ? ORDER BY c.id LIMIT ?";

  private static final String OWN =
      SELECT
          + " WHERE c.id IN (SELECT id FROM chat_room WHERE customer = ?"
          + " UNION SELECT id FROM chat_room WHERE agent = ?"
          + " UNION SELECT room_id FROM chat_member WHERE user_id = ?)"
          + " AND (CAST(? AS VARCHAR) IS NULL OR c.status = ?)"
          + " AND (CAST(? AS VARCHAR) IS NULL OR c.id < ?) ORDER BY c.id DESC LIMIT ?";

  private final RoomTable rooms = new RoomTable();

  List<ListedRoom> read(Connection connection, RoomQuery query) throws SQLException {
    List<ListedRoom> found = query.queue() ? queue(connection, query) : own(connection, query);
    List<ListedRoom> complete = new ArrayList<>();
    for (ListedRoom listed : found) {
      complete.add(withMembers(connection, listed));
    }
    return complete;
  }

  private static List<ListedRoom> queue(Connection connection, RoomQuery query)
      throws SQLException {
    return Rows.read(
        connection,
        QUEUE,
        RoomList::listed,
        query.user(),
        query.user(),
        query.after(),
        query.limit());
  }

  private static List<ListedRoom> own(Connection connection, RoomQuery query) throws SQLException {
    String user = query.user();
    String status = query.status().map(RoomStatus::name).orElse(null);
    String after = query.after().isEmpty() ? null : query.after();
    return Rows.read(
        connection,
        OWN,
        RoomList::listed,
        user,
        user,
        user,
        user,
        user,
        status,
        status,
        after,
        after,
        query.limit());
  }

  private static ListedRoom listed(ResultSet row) throws SQLException {
    Position position = new Position(row.getLong("head"), row.getString("epoch"));
    return new ListedRoom(
        new RoomAt(RoomTable.room(row, List.of()), position), row.getInt("unread"));
  }

  private ListedRoom withMembers(Connection connection, ListedRoom listed) throws SQLException {
    Room room = listed.room().room();
    List<String> members = rooms.members(connection, room.id());
    return new ListedRoom(
        new RoomAt(room.withMembers(members), listed.room().position()), listed.unread());
  }
}
