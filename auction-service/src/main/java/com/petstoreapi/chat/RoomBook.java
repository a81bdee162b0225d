package com.petstoreapi.chat;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.util.Optional;

/** The rooms inside of transactions on their streams. */
public interface RoomBook {
  /** A stream that bears no events: its lock puts in order what makes a room an open one. */
  String CATALOGUE = "chats";

  /** Enters a new room, and begins its stream. */
  Position enter(Commit commit, Room room) throws SQLException;

  Optional<Room> find(Commit commit, String roomId) throws SQLException;

  void update(Commit commit, Room room) throws SQLException;

  /**
   * Rooms of a customer that are not closed. Locks {@link #CATALOGUE}, so that there are no more of
   * them until the transaction ends but by itself.
   */
  int openRooms(Commit commit, String customer) throws SQLException;

  /** Pictures that are kept of a room. */
  int pictures(Commit commit, String roomId) throws SQLException;

  /**
   * @param position of the event that shows it
   */
  void keep(Commit commit, String roomId, StoredPicture picture, Position position)
      throws SQLException;
}
