package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.json.AuctionJson;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this side says beside the events of the journal. */
final class ServerMessages {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private ServerMessages() {}

  static String snapshot(Snapshot snapshot, int watchers) {
    return message("snapshot")
        .add("auction", AuctionJson.state(snapshot, watchers))
        .add("position", snapshot.position().toString())
        .build()
        .toString();
  }

  static String resumed(Position position) {
    return message("resumed").add("position", position.toString()).build().toString();
  }

  static String reset(String auctionId, Reset reset) {
    return message("reset")
        .add("auctionId", auctionId)
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

  /**
   * @param auctions the pet's open auctions, all of whose events come on this socket
   */
  static String watching(String petId, List<String> auctions) {
    return message("watching")
        .add("petId", petId)
        .add("auctions", JSON.createArrayBuilder(auctions))
        .build()
        .toString();
  }

  static String unwatched(String petId) {
    return message("unwatched").add("petId", petId).build().toString();
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

  private static JsonObjectBuilder message(String type) {
    return JSON.createObjectBuilder().add("type", type);
  }
}
