package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client may say. */
sealed interface ClientMessage {
  /**
   * @param key what the client calls this bid by
   */
  record Bid(BidOrder order, String key) implements ClientMessage {}

  /**
   * @param key what the client calls this purchase by
   */
  record BuyNow(String key) implements ClientMessage {}

  /**
   * @param at given back as it is: a number or a short text
   */
  record Ping(JsonValue at) implements ClientMessage {}

  /** Of the pet's auctions everything is to be told on this socket too. */
  record Watch(String petId) implements ClientMessage {}

  record Unwatch(String petId) implements ClientMessage {}

  /** A newer token; it is never to be logged. */
  record Auth(String token) implements ClientMessage {
    @Override
    public String toString() {
      return "Auth[]";
    }
  }

  int MOST_TYPE = 64;
  int MOST_ECHO = 64;
  Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,8192}");
  Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /**
   * @throws Refusal {@code unknown-type} or {@code invalid-message}
   */
  static ClientMessage of(JsonObject object) {
    JsonFields fields = JsonFields.of(object);
    return switch (type(object)) {
      case "bid" -> new Bid(BidJson.order(fields), fields.matching("key", KEY));
      case "buy-now" -> new BuyNow(fields.matching("key", KEY));
      case "watch" -> new Watch(fields.id("petId"));
      case "unwatch" -> new Unwatch(fields.id("petId"));
      case "ping" -> new Ping(echo(object.get("at")));
      case "auth" -> new Auth(fields.matching("token", TOKEN));
      default -> throw new Refusal(ErrorCode.UNKNOWN_TYPE, "There is no message of this type.");
    };
  }

  /** The key by which a message goes, valid or not otherwise. */
  static Optional<String> keyOf(JsonObject object) {
    return object.get("key") instanceof JsonString key && KEY.matcher(key.getString()).matches()
        ? Optional.of(key.getString())
        : Optional.empty();
  }

  private static String type(JsonObject object) {
    if (object.get("type") instanceof JsonString type && type.getString().length() <= MOST_TYPE) {
      return type.getString();
    }
    throw Refusal.invalid("Field type must be a text.");
  }

  private static JsonValue echo(JsonValue at) {
    boolean simple = at instanceof JsonNumber || at instanceof JsonString;
    if (!simple || at.toString().length() > MOST_ECHO) {
      throw Refusal.invalid("Field at must be a number or a short text.");
    }
    return at;
  }
}
