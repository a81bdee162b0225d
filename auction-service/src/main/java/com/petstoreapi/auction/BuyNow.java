package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.Optional;

/**
 * A price at which anybody may end an English auction by buying.
 *
 * @param price above the starting price and not below the reserve
 * @param until when the offer is gone
 */
public record BuyNow(Money price, Until until) {
  /** What ends the offer. */
  public enum Until {
    /** The first bid. */
    FIRST_BID,
    /** The bid that meets the reserve; only where there is one. */
    RESERVE_MET
  }

  public BuyNow {
    Terms.requireInRange("The buy-now price", price);
  }

  /** Whether the offer still stands. */
  boolean standsIn(Auction auction) {
    return until == Until.FIRST_BID ? auction.bids() == 0 : !auction.meetsReserve();
  }

  void requireFit(Money startingPrice, Optional<Money> reserve) {
    boolean tooLow = reserve.filter(amount -> price.compareTo(amount) < 0).isPresent();
    if (tooLow || price.compareTo(startingPrice) <= 0) {
      throw Refusal.invalid("A buy-now price lies above the starting price, not below a reserve.");
    }
    if (until == Until.RESERVE_MET && reserve.isEmpty()) {
      throw Refusal.invalid("A buy-now price that lasts until the reserve is met needs a reserve.");
    }
  }
}
