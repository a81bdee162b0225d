package com.petstoreapi.auction;

import java.util.List;

/**
 * What the rules decided.
 *
 * @param auction as it stands from now on
 * @param events what is told of it, in this order; may be none
 */
public record Ruling(Auction auction, List<AuctionEvent> events) {
  public Ruling {
    events = List.copyOf(events);
  }

  static Ruling unchanged(Auction auction) {
    return new Ruling(auction, List.of());
  }
}
