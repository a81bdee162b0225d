package com.petstoreapi.chat.store;

import com.petstoreapi.chat.About;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomStatus;
import com.petstoreapi.edge.store.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tables {@code chat_room} and {@code chat_member}: the present state of each room. */
final class RoomTable {
  private static final String FIND = "SELECT * FROM chat_room WHERE id = ?";
  private static final String MEMBERS =
      "SELECT user_id FROM chat_member WHERE room_id = ? ORDER BY place, user_id";
  private static final String INSERT =
      "INSERT INTO chat_room (status, agent, id, customer, subject, about_kind, about_id,"
          + " opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE = "UPDATE chat_room SET status = ?, agent = ? WHERE id = ?";
  private static final String LEAVE = "DELETE FROM chat_member WHERE room_id = ?";
  private static final String JOIN =
      "INSERT INTO chat_member (room_id, place, user_id) VALUES (?, ?, ?)";
  private static final String OPEN =
      "SELECT COUNT(*) AS rooms FROM chat_room WHERE customer = ? AND status <> 'CLOSED'";

  private static final int ID = 3;

  Optional<Room> find(Connection connection, String id) throws SQLException {
    List<String> members = members(connection, id);
    return Rows.read(connection, FIND, row -> room(row, members), id).stream().findFirst();
  }

  List<String> members(Connection connection, String id) throws SQLException {
    return Rows.read(connection, MEMBERS, row -> row.getString("user_id"), id);
  }

  void insert(Connection connection, Room room) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      setWhatChanges(insert, room);
      insert.setString(ID, room.id());
      insert.setString(ID + 1, room.customer());
      insert.setString(ID + 2, room.subject().orElse(null));
      insert.setString(ID + 3, room.about().map(About::kind).map(About.Kind::name).orElse(null));
      insert.setString(ID + 4, room.about().map(About::id).orElse(null));
      insert.setObject(ID + 5, room.openedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  void update(Connection connection, Room room) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      setWhatChanges(update, room);
      update.setString(ID, room.id());
      update.executeUpdate();
    }
    if (!members(connection, room.id()).equals(room.members())) {
      replaceMembers(connection, room);
    }
  }

  int openRooms(Connection connection, String customer) throws SQLException {
    return Rows.read(connection, OPEN, row -> row.getInt("rooms"), customer).get(0);
  }

  /** The room at which the answer stands. */
  static Room room(ResultSet row, List<String> members) throws SQLException {
    Optional<String> kind = Optional.ofNullable(row.getString("about_kind"));
    String aboutId = row.getString("about_id");
    return new Room(
        row.getString("id"),
        row.getString("customer"),
        Optional.ofNullable(row.getString("subject")),
        kind.map(name -> new About(About.Kind.valueOf(name), aboutId)),
        RoomStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("agent")),
        members,
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static void setWhatChanges(PreparedStatement statement, Room room) throws SQLException {
    statement.setString(1, room.status().name());
    statement.setString(2, room.agent().orElse(null));
  }

  private static void replaceMembers(Connection connection, Room room) throws SQLException {
    try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
      leave.setString(1, room.id());
      leave.executeUpdate();
    }
    if (room.members().isEmpty()) {
      return;
    }
    try (PreparedStatement join = connection.prepareStatement(JOIN)) {
      for (int place = 0; place < room.members().size(); place++) {
        join.setString(1, room.id());
        join.setInt(2, place);
        join.setString(3, room.members().get(place));
        join.addBatch();
      }
      join.executeBatch();
    }
  }
}
