package com.petstoreapi.chat.store;

import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomBook;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.JdbcStreams;
import java.sql.SQLException;
import java.util.Optional;

/** The book of rooms in the journal's own database and transactions. */
public final class JdbcRoomBook implements RoomBook {
  private final RoomTable rooms = new RoomTable();
  private final PictureTable pictures = new PictureTable();

  @Override
  public Position enter(Commit commit, Room room) throws SQLException {
    rooms.insert(commit.connection(), room);
    return JdbcStreams.begin(commit.connection(), room.stream()).position();
  }

  @Override
  public Optional<Room> find(Commit commit, String roomId) throws SQLException {
    return rooms.find(commit.connection(), roomId);
  }

  @Override
  public void update(Commit commit, Room room) throws SQLException {
    rooms.update(commit.connection(), room);
  }

  @Override
  public int openRooms(Commit commit, String customer) throws SQLException {
    JdbcStreams.begin(commit.connection(), CATALOGUE);
    return rooms.openRooms(commit.connection(), customer);
  }

  @Override
  public int pictures(Commit commit, String roomId) throws SQLException {
    return pictures.count(commit.connection(), roomId);
  }

  @Override
  public void keep(Commit commit, String roomId, StoredPicture picture, Position position)
      throws SQLException {
    pictures.insert(commit.connection(), roomId, picture, position.seq());
  }
}
