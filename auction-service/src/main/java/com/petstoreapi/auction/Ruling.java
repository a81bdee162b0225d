package com.petstoreapi.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the rules decided.
 *
 * @param auction as it stands from now on
 * @param events what has made it so, in this order; may be none
 */
public record Ruling(Auction auction, List<AuctionEvent> events) {
  public Ruling {
    events = List.copyOf(events);
  }

  static Ruling unchanged(Auction auction) {
    return new Ruling(auction, List.of());
  }

  /** These events happen in the auction. */
  static Ruling of(Auction auction, List<? extends AuctionEvent> events) {
    Auction next = auction;
    for (AuctionEvent event : events) {
      next = event.appliedTo(next);
    }
    return new Ruling(next, List.copyOf(events));
  }

  static Ruling of(Auction auction, AuctionEvent event) {
    return of(auction, List.of(event));
  }

  /** What is decided next, on top of this. */
  Ruling then(Function<Auction, Ruling> next) {
    Ruling further = next.apply(auction);
    List<AuctionEvent> all = new ArrayList<>(events);
    all.addAll(further.events());
    return new Ruling(further.auction(), all);
  }
}
