package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.auction.Receipt;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.value.Money;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** Bids: as they come in, as they are acknowledged, and as the log shows them. */
public final class BidJson {
  /** ISO 4217 for "no currency": which one is meant, the auction knows. */
  private static final String NO_CURRENCY = "XXX";

  private BidJson() {}

  /**
   * What is bid: {@code {"amount"}}, or {@code {"max"}} for a bid by proxy.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static BidOrder order(JsonFields fields) {
    if (!fields.has("max")) {
      return BidOrder.plain(minor(fields, "amount"));
    }
    if (fields.has("amount")) {
      throw Refusal.invalid("A bid has an amount or a max, not both.");
    }
    return BidOrder.upTo(minor(fields, "max"));
  }

  /**
   * What the bidder is answered.
   *
   * @param name by which he is shown to others
   * @param position of the event that tells of it
   */
  public static String receipt(Receipt receipt, String name, Position position) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("bidId", receipt.bid().id())
            .add("userId", name)
            .add("amount", receipt.bid().amount().amount());
    receipt.maximum().ifPresent(most -> json.add("max", most.amount()));
    receipt.leading().ifPresent(leads -> json.add("leading", leads));
    return json.add("position", position.toString()).build().toString();
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

  private static long minor(JsonFields fields, String name) {
    return fields.money(name, NO_CURRENCY).minor();
  }
}
