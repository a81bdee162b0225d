package com.petstoreapi.socket;

import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client may say on every socket. */
sealed interface Courtesy {
  /**
   * @param at given back as it is: a number or a short text
   */
  record Ping(JsonValue at) implements Courtesy {}

  /** A newer token; it is never to be logged. */
  record Auth(String token) implements Courtesy {
    @Override
    public String toString() {
      return "Auth[]";
    }
  }

  int MOST_ECHO = 64;
  Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,8192}");

  /**
   * Empty for what is said on some sockets only.
   *
   * @throws Refusal {@code invalid-message}
   */
  static Optional<Courtesy> of(String type, JsonObject message) {
    return switch (type) {
      case "ping" -> Optional.of(new Ping(echo(message.get("at"))));
      case "auth" -> Optional.of(new Auth(JsonFields.of(message).matching("token", TOKEN)));
      default -> Optional.empty();
    };
  }

  private static JsonValue echo(JsonValue at) {
    boolean simple = at instanceof JsonNumber || at instanceof JsonString;
    if (!simple || at.toString().length() > MOST_ECHO) {
      throw Refusal.invalid("Field at must be a number or a short text.");
    }
    return at;
  }
}
