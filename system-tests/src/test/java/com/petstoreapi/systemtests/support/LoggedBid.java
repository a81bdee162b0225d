package com.petstoreapi.systemtests.support;

import jakarta.json.JsonObject;
import java.math.BigDecimal;

/**
 * A bid as the log, a watcher's message or the bidder's receipt tells it: where it is, which one,
 * and how much.
 */
public record LoggedBid(Position position, String bidId, BigDecimal amount) {

  public static LoggedBid of(JsonObject message) {
    return new LoggedBid(Position.of(message), message.getString("bidId"), amountOf(message));
  }

  /** On an SSE stream the event's id is its position. */
  public static LoggedBid of(SseEvent event) {
    JsonObject message = event.json();
    return new LoggedBid(event.position(), message.getString("bidId"), amountOf(message));
  }

  private static BigDecimal amountOf(JsonObject message) {
    return message.getJsonNumber("amount").bigDecimalValue().stripTrailingZeros();
  }
}
