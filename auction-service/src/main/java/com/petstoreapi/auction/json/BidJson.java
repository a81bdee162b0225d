package com.petstoreapi.auction.json;

import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.value.Money;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** Bids: as they come in, as they are acknowledged, and as the log shows them. */
public final class BidJson {
  /** ISO 4217 for "no currency": which one is meant, the auction knows. */
  private static final String NO_CURRENCY = "XXX";

  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private BidJson() {}

  /**
   * The amount that is offered, in minor units.
   *
   * @throws Refusal {@code invalid-message}, also for a maximum: proxy bids are not offered yet
   */
  public static long amount(JsonFields fields) {
    if (fields.has("max")) {
      throw Refusal.invalid("Field max is not offered yet: bid with amount.");
    }
    return fields.money("amount", NO_CURRENCY).minor();
  }

  /** What the bidder is answered. */
  public static String receipt(Bid bid, Position position) {
    return JSON.createObjectBuilder()
        .add("bidId", bid.id())
        .add("amount", bid.amount().amount())
        .add("leading", true)
        .add("position", position.toString())
        .build()
        .toString();
  }

  /** A line of the log. */
  public static JsonObject line(LoggedBid logged) {
    return JSON.createObjectBuilder()
        .add("bidId", logged.bid().id())
        .add("userId", logged.bid().bidder())
        .add("amount", logged.bid().amount().amount())
        .add("currency", logged.bid().amount().currency())
        .add("position", logged.position().toString())
        .add("at", Timestamps.format(logged.at()))
        .build();
  }

  /** Reads a bid back from the data of its event. */
  public static LoggedBid logged(String data, Position position, Instant at) {
    JsonObject event = JsonText.parse(data).asJsonObject();
    Money amount =
        Money.of(event.getJsonNumber("amount").bigDecimalValue(), event.getString("currency"));
    return new LoggedBid(
        new Bid(event.getString("bidId"), event.getString("userId"), amount), position, at);
  }
}
