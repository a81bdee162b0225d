package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomBook;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.StreamWriter;

/**
 * The streams of the rooms. Only those of rooms that exist are ever opened, and only for those who
 * may see them. Each method may block on the database.
 */
public final class ChatStreams {
  private final LiveStreams streams;
  private final Rooms rooms;

  public ChatStreams(LiveStreams streams, Rooms rooms) {
    this.streams = streams;
    this.rooms = rooms;
  }

  /**
   * Where a room is listened to.
   *
   * @throws Refusal {@code not-found}, {@code forbidden}
   */
  public LiveStream stream(String roomId, Visitor visitor) {
    rooms.get(roomId, visitor);
    return streams.stream(Room.streamOf(roomId));
  }

  /**
   * Whether there is such a room, and somebody may see it. Each call reads the room from the
   * database: a stream calls it once for each batch that it sends.
   *
   * @throws JournalUnavailable when that cannot be known now
   */
  public boolean admits(String roomId, Visitor visitor) {
    return rooms.find(roomId).filter(found -> found.room().admits(visitor)).isPresent();
  }

  /**
   * Where it is decided what happens in it.
   *
   * @throws Refusal {@code not-found}
   */
  StreamWriter writer(String roomId) {
    String name = Room.streamOf(roomId);
    if (streams.ifOpen(name).isEmpty()) {
      rooms.get(roomId);
    }
    return streams.writer(name);
  }

  /** Where it is decided which rooms there are. */
  StreamWriter catalogue() {
    return streams.writer(RoomBook.CATALOGUE);
  }
}
