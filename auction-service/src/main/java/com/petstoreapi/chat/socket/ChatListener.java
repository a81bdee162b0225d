package com.petstoreapi.chat.socket;

import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomRules;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.RemarkKind;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.socket.Answers;
import com.petstoreapi.socket.Envelope;
import com.petstoreapi.socket.Listener;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one client says in a room; the answer to what he writes comes later. */
final class ChatListener implements Listener {
  /** That somebody writes just now. */
  static final RemarkKind TYPING =
      new RemarkKind("typing", Duration.ofSeconds(6), "{\"on\":false}");

  private static final Pattern PICTURE = Pattern.compile("image/(png|jpeg|gif|webp)");

  private final ChatDesk desk;
  private final ReadMarks readMarks;
  private final Rooms rooms;
  private final Remarks remarks;
  private final Uuid7 ids;
  private final String roomId;
  private final String user;
  private final Answers answers;
  private final Runnable onRenewal;
  private Optional<Announced> announced = Optional.empty();

  /** The binary message that comes next is this picture. */
  private record Announced(String key, String contentType) {}

  /**
   * @param onRenewal throws a refusal when he may be here no longer; may block on the database
   */
  ChatListener(
      ChatDesk desk,
      ReadMarks readMarks,
      Rooms rooms,
      Remarks remarks,
      Uuid7 ids,
      String roomId,
      String user,
      Answers answers,
      Runnable onRenewal) {
    this.desk = desk;
    this.readMarks = readMarks;
    this.rooms = rooms;
    this.remarks = remarks;
    this.ids = ids;
    this.roomId = roomId;
    this.user = user;
    this.answers = answers;
    this.onRenewal = onRenewal;
  }

  @Override
  public void hear(String type, JsonObject message) {
    JsonFields fields = JsonFields.of(message);
    switch (type) {
      case "message" -> say(Envelope.key(message), ChatEventJson.text(fields));
      case "typing" -> type(truth(message.get("on")));
      case "read" -> readMarks.set(roomId, user, fields.text("position", 64));
      case "attachment" ->
          announced =
              Optional.of(
                  new Announced(Envelope.key(message), fields.matching("contentType", PICTURE)));
      default -> throw Envelope.unknownType();
    }
  }

  @Override
  public void renewed() {
    onRenewal.run();
  }

  @Override
  public void hear(byte[] message) {
    Announced expected =
        announced.orElseThrow(
            () -> Refusal.invalid("An attachment is announced by a message before it."));
    announced = Optional.empty();
    try {
      show(expected, message);
    } catch (Refusal e) {
      answers.reject(expected.key(), e);
    }
  }

  /** The announcement goes with its picture: the next picture is another one. */
  @Override
  public void unheard(Refusal why) {
    Announced expected = announced.orElseThrow(() -> why);
    announced = Optional.empty();
    answers.fail(expected.key(), why);
  }

  private void say(String key, String text) {
    answers.await(key, () -> desk.say(roomId, user, text, clientKey(key)));
    remarks.end(Room.streamOf(roomId), user, TYPING.name());
  }

  private void show(Announced expected, byte[] message) {
    StoredPicture picture = StoredPicture.of(ids.next(), message);
    if (!picture.picture().contentType().equals(expected.contentType())) {
      throw Refusal.invalid("The attachment is not what it was said to be.");
    }
    answers.await(
        expected.key(), () -> desk.show(roomId, user, picture, clientKey(expected.key())));
  }

  private void type(boolean on) {
    RoomRules.requireMember(rooms.get(roomId).room(), user);
    String fields = on ? "{\"on\":true}" : TYPING.end();
    remarks.say(new Remark(Room.streamOf(roomId), user, TYPING.name(), fields));
  }

  private ClientKey clientKey(String key) {
    return operation -> IdempotencyKey.of(user, key, operation);
  }

  private static boolean truth(JsonValue value) {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw Refusal.invalid("Field on must be true or false.");
  }
}
