package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;

/** An offer to buy. */
public record Bid(String id, String bidder, Money amount) {
  public Bid {
    Terms.requireInRange("A bid", amount);
  }
}
