package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Map;

/**
 * What differs from format to format. The auction is open, its state is up to date, and the bidder
 * is not its seller: {@link AuctionRules} has seen to that.
 */
sealed interface FormatRules permits EnglishRules, DutchRules, SealedBidRules {
  Ruling placeBid(Auction auction, Offer offer, Instant now);

  Ruling buyNow(Auction auction, String buyer, Instant now);

  /** What the clock brings about between the opening and the end. */
  default Ruling byTheClock(Auction auction, Instant now) {
    return Ruling.unchanged(auction);
  }

  /**
   * The hammer falls.
   *
   * @param at when the auction is over
   */
  Ruling end(Auction auction, Instant at);

  static void requireAtLeast(Money minimum, Offer offer) {
    if (offer.most().compareTo(minimum) < 0) {
      throw new Refusal(
          ErrorCode.TOO_LOW,
          "The bid must be at least " + minimum + ".",
          Map.of("minimumBid", minimum.amount()));
    }
  }

  static Refusal notForSaleAtOnce() {
    return new Refusal(
        ErrorCode.INVALID_TRANSITION, "The pet cannot be bought at once, or no longer.");
  }

  static void requirePlain(Offer offer) {
    if (offer.isProxy()) {
      throw Refusal.invalid("Bids by proxy are taken in English auctions only.");
    }
  }
}
