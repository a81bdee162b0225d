package com.petstoreapi.chat.store;

import com.petstoreapi.chat.ListedRoom;
import com.petstoreapi.chat.Reading;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.RoomQuery;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the rooms, and keeps how far they were read. */
public final class JdbcRooms implements Rooms {
  /**
   * The position is read with the state. The members are read after it: what they are ahead of it
   * is told once more.
   */
  private static final String FIND =
      "SELECT c.*, s.epoch, s.head FROM chat_room c JOIN stream s ON s.name = 'chat/' || c.id"
          + " WHERE c.id = ?";

  private static final String WAITING =
      "SELECT COUNT(*) AS rooms"
          + " FROM (SELECT id FROM chat_room WHERE status = 'WAITING' LIMIT ?) counted";

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Journal journal;
  private final RoomTable rooms = new RoomTable();
  private final RoomList lists = new RoomList();
  private final ReadTable reads = new ReadTable();
  private final PictureTable pictures = new PictureTable();

  public JdbcRooms(DataSource dataSource, Transactions transactions, Journal journal) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Optional<RoomAt> find(String roomId) {
    if (!Names.isId(roomId)) {
      return Optional.empty();
    }
    return reading(
        connection -> {
          List<RoomAt> found =
              Rows.read(
                  connection,
                  FIND,
                  row ->
                      new RoomAt(
                          RoomTable.room(row, List.of()),
                          new Position(row.getLong("head"), row.getString("epoch"))),
                  roomId);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          List<String> members = rooms.members(connection, roomId);
          RoomAt first = found.get(0);
          return Optional.of(new RoomAt(first.room().withMembers(members), first.position()));
        });
  }

  @Override
  public List<ListedRoom> list(RoomQuery query) {
    return reading(connection -> lists.read(connection, query));
  }

  @Override
  public int waiting(int most) {
    return reading(
        connection -> Rows.read(connection, WAITING, row -> row.getInt("rooms"), most).get(0));
  }

  @Override
  public Map<String, Position> readPositions(String roomId) {
    return reading(connection -> reads.positions(connection, roomId, Room.streamOf(roomId)));
  }

  @Override
  public Reading reading(String roomId, String user) {
    return reading(
        connection -> reads.reading(connection, roomId, Room.streamOf(roomId), user).get(0));
  }

  @Override
  public boolean read(String roomId, String user, Position position) {
    try {
      return transactions.inTransaction(
          connection -> reads.forward(connection, roomId, user, position.seq()));
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot keep how far a chat was read", e);
    }
  }

  @Override
  public List<Event> history(String roomId, long upTo, int most) {
    List<Event> events = journal.read(Room.streamOf(roomId), Math.max(0, upTo - most), most);
    return events.stream().filter(event -> event.seq() <= upTo).toList();
  }

  @Override
  public Optional<StoredPicture> picture(String roomId, String pictureId) {
    return Names.isId(pictureId)
        ? reading(connection -> pictures.find(connection, roomId, pictureId))
        : Optional.empty();
  }

  @Override
  public int forgetPictures(int most) {
    try {
      return transactions.inTransaction(connection -> pictures.forget(connection, most));
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot let go old pictures", e);
    }
  }

  private <T> T reading(Transactions.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read the chats", e);
    }
  }
}
