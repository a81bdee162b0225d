package com.petstoreapi.chat.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.chat.About;
import com.petstoreapi.chat.ListedRoom;
import com.petstoreapi.chat.Reading;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Rooms as their people see them. */
public final class RoomJson {
  private static final int MOST_SUBJECT = 120;

  private RoomJson() {}

  /** The room as it stands. */
  public static JsonObject state(RoomAt room) {
    return builder(room).build();
  }

  /** The same with how far its people have read. */
  public static JsonObject state(RoomAt room, Map<String, Position> readPositions) {
    JsonObjectBuilder positions = JSON.createObjectBuilder();
    readPositions.forEach((user, position) -> positions.add(user, position.toString()));
    return builder(room).add("readPositions", positions).build();
  }

  /** The same with how much its reader has not seen. */
  public static JsonObject item(ListedRoom listed) {
    return builder(listed.room()).add("unread", listed.unread()).build();
  }

  /** A state of before, at another position. */
  public static String at(String state, Position position) {
    return JSON.createObjectBuilder(JsonText.parse(state).asJsonObject())
        .add("position", position.toString())
        .build()
        .toString();
  }

  /** {@code {"position","unread"}}. */
  public static String reading(Reading reading) {
    return JSON.createObjectBuilder()
        .add("position", reading.position().toString())
        .add("unread", reading.unread())
        .build()
        .toString();
  }

  /** What a new room is called, if it is called anything. */
  public static Optional<String> subject(JsonFields fields) {
    return fields.optionalText("subject", MOST_SUBJECT);
  }

  /**
   * What it is about, if that is told.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static Optional<About> about(JsonFields fields) {
    return fields
        .optionalObject("about")
        .map(about -> new About(kind(about.text("kind", MOST_SUBJECT)), about.id("id")));
  }

  private static About.Kind kind(String wire) {
    return Arrays.stream(About.Kind.values())
        .filter(kind -> kind.wire().equals(wire))
        .findAny()
        .orElseThrow(() -> Refusal.invalid("Field kind must be pet, order or auction."));
  }

  private static JsonObjectBuilder builder(RoomAt at) {
    Room room = at.room();
    JsonObjectBuilder state =
        JSON.createObjectBuilder().add("id", room.id()).add("customer", room.customer());
    room.subject().ifPresent(subject -> state.add("subject", subject));
    room.about().ifPresent(about -> state.add("about", about(about)));
    state.add("status", room.status().name());
    room.agent().ifPresent(agent -> state.add("agent", agent));
    return state
        .add("members", JSON.createArrayBuilder(room.members()))
        .add("openedAt", Timestamps.format(room.openedAt()))
        .add("position", at.position().toString());
  }

  private static JsonObjectBuilder about(About about) {
    return JSON.createObjectBuilder().add("kind", about.kind().wire()).add("id", about.id());
  }
}
