package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.Reading;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.RoomRules;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.RemarkKind;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import java.time.Duration;

/**
 * How far the members of a room have read: kept, and told to the others who are there. May block on
 * the database.
 */
public final class ReadMarks {
  /** Lasts long enough to be told to all, and ends without a word: it is kept elsewhere. */
  public static final RemarkKind READ = new RemarkKind("read", Duration.ofSeconds(10), "");

  private final Rooms rooms;
  private final Remarks remarks;

  public ReadMarks(Rooms rooms, Remarks remarks) {
    this.rooms = rooms;
    this.remarks = remarks;
  }

  /**
   * @throws Refusal {@code not-found}, {@code forbidden}
   */
  public Reading of(String roomId, String user) {
    RoomRules.requireMember(rooms.get(roomId).room(), user);
    return rooms.reading(roomId, user);
  }

  /**
   * Somebody has seen everything up to a position; forward only.
   *
   * @param position as he sent it
   * @throws Refusal {@code invalid-message} where it is none of this room, {@code not-found},
   *     {@code forbidden}
   */
  public void set(String roomId, String user, String position) {
    RoomAt found = rooms.get(roomId);
    RoomRules.requireMember(found.room(), user);
    Position read = within(position, found.position());
    if (read.seq() > 0 && rooms.read(roomId, user, read)) {
      String fields = "{\"position\":\"" + read + "\"}";
      remarks.say(new Remark(Room.streamOf(roomId), user, READ.name(), fields));
    }
  }

  private static Position within(String text, Position head) {
    return Position.parse(text)
        .filter(position -> position.epoch().isEmpty() || position.epoch().equals(head.epoch()))
        .filter(position -> position.seq() <= head.seq())
        .map(position -> new Position(position.seq(), head.epoch()))
        .orElseThrow(() -> Refusal.invalid("Field position is no position of this chat."));
  }
}
