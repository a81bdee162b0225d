package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;

/** What somebody asks the auctioneer to bid for him. */
public sealed interface Offer {
  String bidder();

  /** The most he would pay by this offer. */
  Money most();

  /** A bid of just this amount, as called out in a room. */
  record Plain(String bidder, Money most) implements Offer {
    public Plain {
      Terms.requireInRange("A bid", most);
    }
  }

  /**
   * A bid by proxy, also known as auto-bid or commission bid: the house bids for him, by the
   * smallest steps that keep him in the lead, up to a maximum that nobody else learns while it
   * stands.
   */
  record Proxy(String bidder, Money most) implements Offer {
    public Proxy {
      Terms.requireInRange("A maximum", most);
    }
  }

  default boolean isProxy() {
    return this instanceof Proxy;
  }
}
