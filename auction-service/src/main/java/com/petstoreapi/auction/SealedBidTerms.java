package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;

/**
 * Everybody bids once, unseen; at the end all bids are opened and the highest buys. Of equal bids
 * the earlier is the higher. The starting price is the least bid.
 */
public record SealedBidTerms(Pricing pricing) implements Format {
  /** What the highest bidder pays. */
  public enum Pricing {
    /** What he bid. */
    FIRST_PRICE,
    /**
     * What the second highest bid, but no less than reserve and starting price, so that everybody
     * does best to bid what the pet is worth to him (W. Vickrey, Counterspeculation, Auctions, and
     * Competitive Sealed Tenders, Journal of Finance 16, 1961).
     */
    SECOND_PRICE
  }

  @Override
  public Money minimumBid(Standing standing) {
    return standing.price();
  }
}
