package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Envelope;
import jakarta.json.JsonObject;

/** What a client may say in an auction. */
sealed interface ClientMessage {
  /**
   * @param key what the client calls this bid by
   */
  record Bid(BidOrder order, String key) implements ClientMessage {}

  /**
   * @param key what the client calls this purchase by
   */
  record BuyNow(String key) implements ClientMessage {}

  /** Of the pet's auctions everything is to be told on this socket too. */
  record Watch(String petId) implements ClientMessage {}

  record Unwatch(String petId) implements ClientMessage {}

  /**
   * @throws Refusal {@code unknown-type} or {@code invalid-message}
   */
  static ClientMessage of(String type, JsonObject object) {
    JsonFields fields = JsonFields.of(object);
    return switch (type) {
      case "bid" -> new Bid(BidJson.order(fields), Envelope.key(object));
      case "buy-now" -> new BuyNow(Envelope.key(object));
      case "watch" -> new Watch(fields.id("petId"));
      case "unwatch" -> new Unwatch(fields.id("petId"));
      default -> throw Envelope.unknownType();
    };
  }
}
