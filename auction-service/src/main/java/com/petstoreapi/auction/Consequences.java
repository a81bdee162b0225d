package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows from bids in an English auction. */
final class Consequences {
  private Consequences() {}

  /**
   * @param placed at least one bid, in this order; no more than two bidders have part in it, the
   *     leader until then among them
   */
  static Ruling of(Auction auction, List<BidPlaced> placed, Optional<MaximumSet> maximum) {
    BidPlaced last = placed.get(placed.size() - 1);
    Auction next = Ruling.of(auction, placed).auction();
    List<AuctionEvent> events = new ArrayList<>(placed);
    maximum.ifPresent(events::add);
    loser(auction, placed)
        .map(user -> new Outbid(user, last.bid().amount(), last.minimumBid()))
        .ifPresent(events::add);
    if (next.meetsReserve() && !auction.meetsReserve()) {
      events.add(new ReserveMet());
    }
    if (!last.endsAt().equals(auction.endsAt())) {
      events.add(new Extended(last.endsAt()));
    }
    return Ruling.of(auction, events);
  }

  /** Who led before, or has bid now, and leads no longer. */
  private static Optional<String> loser(Auction auction, List<BidPlaced> placed) {
    String leader = placed.get(placed.size() - 1).bid().bidder();
    return Stream.concat(auction.leading().stream(), placed.stream().map(BidPlaced::bid))
        .map(Bid::bidder)
        .filter(bidder -> !bidder.equals(leader))
        .findFirst();
  }
}
