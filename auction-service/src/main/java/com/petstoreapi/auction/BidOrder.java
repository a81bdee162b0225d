package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;

/**
 * What a bidder asks for before it is known in which currency.
 *
 * @param minor the amount, in minor units of the auction's currency
 * @param byProxy whether the house is to bid for him up to there
 */
public record BidOrder(long minor, boolean byProxy) {
  public static BidOrder plain(long minor) {
    return new BidOrder(minor, false);
  }

  /** See {@link Offer.Proxy}. */
  public static BidOrder upTo(long minor) {
    return new BidOrder(minor, true);
  }

  /** The offer that this is in an auction of that currency. */
  public Offer by(String bidder, String currency) {
    Money most = new Money(minor, currency);
    return byProxy ? new Offer.Proxy(bidder, most) : new Offer.Plain(bidder, most);
  }
}
