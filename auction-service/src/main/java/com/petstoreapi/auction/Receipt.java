package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.realtime.value.Money;
import java.util.Optional;

/**
 * What a bidder has of a ruling: his own bid, which need not be all that the ruling brought.
 *
 * @param bid his; where he has only raised his maximum, the one by which he leads
 * @param leading whether he leads now; empty while bids are sealed, for nobody may know
 * @param maximum up to which the house goes on for him; empty if that is no more than his bid
 * @param event the one that tells of it
 */
public record Receipt(
    Bid bid, Optional<Boolean> leading, Optional<Money> maximum, AuctionEvent event) {

  /**
   * @param ruling on an offer of his that was accepted
   */
  public static Receipt of(Ruling ruling, String bidder) {
    for (AuctionEvent event : ruling.events()) {
      if (event instanceof BidPlaced placed && placed.isBy(bidder)) {
        return of(placed.bid(), event, ruling.auction());
      } else if (event instanceof BidSealed sealed) {
        return new Receipt(sealed.bid(), Optional.empty(), Optional.empty(), sealed);
      } else if (event instanceof MaximumSet set) {
        return of(ruling.auction().leading().orElseThrow(), set, ruling.auction());
      }
    }
    throw new IllegalArgumentException("there is no bid of " + bidder + " in " + ruling);
  }

  private static Receipt of(Bid bid, AuctionEvent event, Auction auction) {
    boolean leads = auction.isLedBy(bid.bidder());
    Optional<Money> maximum = auction.standing().maximum().filter(most -> leads);
    return new Receipt(bid, Optional.of(leads), maximum, event);
  }
}
