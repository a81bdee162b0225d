package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What happens in an auction, and all that ever changes one: an auction is what its events have
 * made of it.
 */
public sealed interface AuctionEvent {
  /** The auction after this has happened in it. */
  default Auction appliedTo(Auction auction) {
    return auction;
  }

  /** Who may hear of it. */
  default Audience audience() {
    return Audience.EVERYONE;
  }

  /** From now on bids are taken. */
  record AuctionOpened(Money price, Instant endsAt) implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.opened();
    }
  }

  /**
   * A bid was accepted and leads, be it only until the next of the same ruling.
   *
   * @param minimumBid what the next must be
   * @param endsAt the end as this bid left it
   * @param automatic whether the house made it for a bidder by proxy; that is his to know, and must
   *     not be told to others
   */
  record BidPlaced(Bid bid, Money minimumBid, Instant endsAt, boolean automatic)
      implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.standing(auction.standing().ledBy(bid));
    }

    /** Whether he has made it himself. */
    boolean isBy(String bidder) {
      return bid.bidder().equals(bidder) && !automatic;
    }
  }

  /** The house bids for the leader up to here. Told to nobody but him. */
  record MaximumSet(String bidder, Money maximum) implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.standing(auction.standing().upTo(maximum));
    }

    @Override
    public Audience audience() {
      return Audience.only(bidder);
    }
  }

  /** Told to nobody but the one whose bid leads no longer, if it ever did. */
  record Outbid(String loser, Money newAmount, Money minimumBid) implements AuctionEvent {
    @Override
    public Audience audience() {
      return Audience.only(loser);
    }
  }

  /** From this bid on the pet will be sold. */
  record ReserveMet() implements AuctionEvent {}

  /** The soft close has moved the end. */
  record Extended(Instant endsAt) implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.endingAt(endsAt);
    }
  }

  /**
   * The price of a Dutch auction has fallen, by one step or by several that nobody has told yet.
   *
   * @param nextDropAt empty when this is the floor
   */
  record PriceDropped(Money price, Money oldPrice, Optional<Instant> nextDropAt)
      implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.standing(auction.standing().at(price));
    }
  }

  /** A sealed bid was taken, in the place of an earlier one if there was. Told to its bidder. */
  record BidSealed(Bid bid) implements AuctionEvent {
    @Override
    public Audience audience() {
      return Audience.only(bid.bidder());
    }
  }

  /** How many have sealed a bid by now. */
  record BidsCounted(int bids) implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.standing(auction.standing().counting(bids));
    }
  }

  /** A sealed bid is opened: all are, one by one, in the order in which they were sealed. */
  record BidOpened(Bid bid) implements AuctionEvent {}

  /** Five minutes are left, or less. Happens once, and only in an auction that is longer. */
  record EndingSoon(Instant endsAt) implements AuctionEvent {
    @Override
    public Auction appliedTo(Auction auction) {
      return auction.toldToEndSoon();
    }
  }

  /**
   * No more bids are taken.
   *
   * @param outcome sold, unsold or cancelled
   * @param sale there if and only if it is sold
   * @param endedAt when it should have ended, or the moment at which it was ended before
   */
  record AuctionEnded(AuctionStatus outcome, Optional<Sale> sale, Instant endedAt)
      implements AuctionEvent {
    /** Nobody has cancelled it: it is sold, or there is nobody to sell it to. */
    static AuctionEnded by(Optional<Sale> sale, Instant endedAt) {
      AuctionStatus outcome = sale.isPresent() ? AuctionStatus.SOLD : AuctionStatus.UNSOLD;
      return new AuctionEnded(outcome, sale, endedAt);
    }

    @Override
    public Auction appliedTo(Auction auction) {
      Standing standing = sale.map(auction.standing()::sold).orElse(auction.standing());
      return auction.standing(standing).ended(outcome, endedAt);
    }
  }
}
