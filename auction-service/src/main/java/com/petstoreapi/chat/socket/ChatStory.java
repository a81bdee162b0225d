package com.petstoreapi.chat.socket;

import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.chat.json.RoomJson;
import com.petstoreapi.circle.socket.Story;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.socket.EventEncoding;
import com.petstoreapi.socket.SocketMessages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A room as it is told to one of its people. */
final class ChatStory implements Story {
  private static final int MOST_HISTORY = 50;
  private static final byte[] NOTHING = {};

  private final Rooms rooms;
  private final String roomId;
  private final Supplier<Visitor> visitor;

  /**
   * @param visitor who it is, in the roles that he has by then; never blocks
   */
  ChatStory(Rooms rooms, String roomId, Supplier<Visitor> visitor) {
    this.rooms = rooms;
    this.roomId = roomId;
    this.visitor = visitor;
  }

  @Override
  public String idField() {
    return "roomId";
  }

  @Override
  public String id() {
    return roomId;
  }

  @Override
  public Opening opening() {
    RoomAt at = rooms.get(roomId, visitor.get());
    Map<String, Position> readPositions = rooms.readPositions(roomId);
    List<Event> events = rooms.history(roomId, at.position().seq(), MOST_HISTORY);
    String head =
        SocketMessages.message("history")
            .add("room", RoomJson.state(at, readPositions))
            .add("position", at.position().toString())
            .build()
            .toString();
    String messages =
        events.stream()
            .map(event -> encode(event, at.position().epoch()))
            .collect(Collectors.joining(",", ",\"messages\":[", "]}"));
    return new Opening(head.substring(0, head.length() - 1) + messages, at.position());
  }

  /** A room that is opened again has no agent. Who belongs to the support may go on looking. */
  @Override
  public boolean dismisses(Event event) {
    boolean hisLeaving =
        event.type().equals(ChatEventJson.LEFT)
            && ChatEventJson.userId(event.data()).filter(visitor.get().user()::equals).isPresent();
    boolean otherAgent =
        event.type().equals(ChatEventJson.AGENT) || event.type().equals(ChatEventJson.REOPENED);
    return (hisLeaving || otherAgent) && !rooms.get(roomId).room().admits(visitor.get());
  }

  /** Nothing for whoever has sent it; an empty one where it is kept no longer. */
  @Override
  public Optional<byte[]> binary(Event event) {
    if (!event.type().equals(ChatEventJson.ATTACHMENT)
        || event.subject().equals(visitor.get().user())) {
      return Optional.empty();
    }
    return Optional.of(
        rooms
            .picture(roomId, ChatEventJson.pictureId(event.data()))
            .map(StoredPicture::content)
            .orElse(NOTHING));
  }

  private static String encode(Event event, String epoch) {
    return EventEncoding.INSTANCE.encode(event, new Position(event.seq(), epoch));
  }
}
