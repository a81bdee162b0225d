package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import java.util.Optional;

/**
 * Which auctions somebody wants to see.
 *
 * @param after the id after which to go on; empty for the first page
 * @param limit at most so many, 1 or more
 */
public record AuctionQuery(
    Optional<AuctionStatus> status, Optional<String> petId, Optional<String> after, int limit) {
  public AuctionQuery {
    petId.ifPresent(id -> requireId("petId", id));
    after.ifPresent(id -> requireId("cursor", id));
  }

  private static void requireId(String name, String text) {
    if (!Names.isId(text)) {
      throw Refusal.invalid("Parameter " + name + " is no id.");
    }
  }
}
