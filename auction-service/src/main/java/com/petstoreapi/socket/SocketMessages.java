package com.petstoreapi.socket;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** What this side says on every socket, beside the events of the journal. */
public final class SocketMessages {
  private SocketMessages() {}

  /** A message with its type, to be completed. */
  public static JsonObjectBuilder message(String type) {
    return JSON.createObjectBuilder().add("type", type);
  }

  /** All that was missed has been told. */
  public static String resumed(Position position) {
    return message("resumed").add("position", position.toString()).build().toString();
  }

  /**
   * @param idField the field that names what the stream is of
   */
  public static String reset(String idField, String id, Reset reset) {
    return message("reset")
        .add(idField, id)
        .add("reason", reset.reason().wire())
        .add("oldest", reset.oldest().toString())
        .add("head", reset.head().toString())
        .build()
        .toString();
  }

  static String heartbeat(Position position, Instant at) {
    return message("heartbeat")
        .add("position", position.toString())
        .add("at", Timestamps.format(at))
        .build()
        .toString();
  }

  /** The token ends soon, and the connection with it unless another is shown. */
  static String authExpiring(Instant expiresAt) {
    return message("auth-expiring")
        .add("expiresAt", Timestamps.format(expiresAt))
        .build()
        .toString();
  }

  static String authRenewed(Instant expiresAt) {
    return message("auth-renewed")
        .add("expiresAt", Timestamps.format(expiresAt))
        .build()
        .toString();
  }

  static String pong(JsonValue at) {
    return message("pong").add("at", at).build().toString();
  }

  /**
   * @param receipt the fields of a JSON object, at least one
   */
  static String accepted(String key, String receipt) {
    String head = message("accepted").add("key", key).build().toString();
    return head.substring(0, head.length() - 1) + ',' + receipt.substring(1);
  }

  static String rejected(String key, Refusal refusal) {
    return refusal(message("rejected").add("key", key), refusal);
  }

  /**
   * @param key of the message that was wrong, where it could be read
   */
  static String error(Optional<String> key, Refusal refusal) {
    JsonObjectBuilder error = message("error");
    key.ifPresent(text -> error.add("key", text));
    return refusal(error, refusal);
  }

  private static String refusal(JsonObjectBuilder message, Refusal refusal) {
    message.add("code", refusal.code().wire()).add("detail", refusal.detail());
    refusal.members().forEach((name, value) -> message.add(name, JsonText.value(value)));
    return message.build().toString();
  }
}
