package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;

/** What happens in an auction. */
public sealed interface AuctionEvent {
  /**
   * A bid was accepted and leads.
   *
   * @param minimumBid what the next must be
   * @param endsAt the end as this bid left it
   */
  record BidPlaced(Bid bid, Money minimumBid, Instant endsAt) implements AuctionEvent {}

  /** Told to nobody but the one who was leading until then. */
  record Outbid(String loser, Money newAmount, Money minimumBid) implements AuctionEvent {}

  /** From this bid on the pet will be sold. */
  record ReserveMet() implements AuctionEvent {}

  /** The soft close has moved the end. */
  record Extended(Instant endsAt) implements AuctionEvent {}

  /**
   * No more bids are taken.
   *
   * @param outcome sold, unsold or cancelled
   * @param winning the bid that buys; there if and only if it is sold
   */
  record AuctionEnded(AuctionStatus outcome, Optional<Bid> winning) implements AuctionEvent {}
}
