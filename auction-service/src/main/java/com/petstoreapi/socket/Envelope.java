package com.petstoreapi.socket;

import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all messages of clients have in common: an object, a type, and mostly a key. */
public final class Envelope {
  private static final int MOST_TYPE = 64;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private Envelope() {}

  /**
   * What the client calls its command by.
   *
   * @throws Refusal {@code invalid-message} where it is missing or none
   */
  public static String key(JsonObject message) {
    return JsonFields.of(message).matching("key", KEY);
  }

  /** The refusal of a type that an endpoint does not know. */
  public static Refusal unknownType() {
    return new Refusal(ErrorCode.UNKNOWN_TYPE, "There is no message of this type.");
  }

  static JsonObject open(String text) {
    if (JsonText.parse(text) instanceof JsonObject object) {
      return object;
    }
    throw Refusal.invalid("A message is a JSON object.");
  }

  static String type(JsonObject message) {
    if (message.get("type") instanceof JsonString type && type.getString().length() <= MOST_TYPE) {
      return type.getString();
    }
    throw Refusal.invalid("Field type must be a text.");
  }

  /** The key by which a message goes, valid or not otherwise. */
  static Optional<String> keyIn(JsonObject message) {
    return message.get("key") instanceof JsonString key && KEY.matcher(key.getString()).matches()
        ? Optional.of(key.getString())
        : Optional.empty();
  }
}
