package com.petstoreapi.chat;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to be seen of the rooms. Every method may block on the database. */
public interface Rooms {
  /** A room and its position, which belong together; empty for what is no room's id, too. */
  Optional<RoomAt> find(String roomId);

  /**
   * The same for one that is asked for by a client.
   *
   * @throws Refusal {@code not-found}
   */
  default RoomAt get(String roomId) {
    return find(roomId).orElseThrow(() -> Refusal.notFound("There is no chat with this id."));
  }

  /**
   * The same for one that somebody wants to see.
   *
   * @throws Refusal {@code not-found}, {@code forbidden}
   */
  default RoomAt get(String roomId, Visitor visitor) {
    RoomAt found = get(roomId);
    RoomRules.admit(found.room(), visitor);
    return found;
  }

  List<ListedRoom> list(RoomQuery query);

  /** How many wait for the support; the most stands for any larger number. */
  int waiting(int most);

  /** How far its members have read, by user; those who have read nothing are left out. */
  Map<String, Position> readPositions(String roomId);

  /** How far one has read. */
  Reading reading(String roomId, String user);

  /**
   * He has read up to there; never less far than before.
   *
   * @return whether that is further than before
   */
  boolean read(String roomId, String user, Position position);

  /** The last events up to a number, oldest first; fewer where some are no longer kept. */
  List<Event> history(String roomId, long upTo, int most);

  /** A picture's bytes and what they are; empty where there is none or it is kept no longer. */
  Optional<StoredPicture> picture(String roomId, String pictureId);

  /** Lets go the pictures whose events are no longer kept; returns how many. */
  int forgetPictures(int most);
}
