package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule book of the English auction: the price rises, the highest bid at the end buys. Each rule
 * takes the auction as it stands and the moment that counts, and rules or throws a {@link Refusal};
 * nothing else is looked at, so that all nodes rule alike.
 */
public final class AuctionRules {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  private AuctionRules() {}

  /** Admits a proposal to sale. It opens at once unless a later moment is asked for. */
  public static Auction admit(String id, Proposal proposal, Instant now) {
    Instant opensAt = proposal.opensAt().filter(now::isBefore).orElse(now);
    Instant endsAt = proposal.endsAt();
    if (endsAt.isBefore(now.plus(SHORTEST)) || endsAt.isAfter(now.plus(LONGEST))) {
      throw Refusal.invalid("An auction ends at least 1 s and at most 90 days from now.");
    }
    if (!opensAt.isBefore(endsAt)) {
      throw Refusal.invalid("An auction opens before it ends.");
    }
    AuctionStatus status = opensAt.isAfter(now) ? AuctionStatus.SCHEDULED : AuctionStatus.OPEN;
    return new Auction(
        id, proposal.lot(), proposal.terms(), opensAt, endsAt, status, Optional.empty(), 0);
  }

  /** A bid leads if it is made in time, by another than seller and leader, and is high enough. */
  public static Ruling placeBid(Auction auction, Bid bid, Instant now) {
    requireTakesBids(auction, now);
    if (bid.bidder().equals(auction.lot().sellerId())) {
      throw new Refusal(ErrorCode.OWN_AUCTION, "Nobody bids in an auction of his own.");
    }
    if (auction.isLedBy(bid.bidder())) {
      throw new Refusal(ErrorCode.ALREADY_LEADING, "Your bid is the highest already.");
    }
    requireHighEnough(auction, bid);
    return accept(auction, bid, now);
  }

  /** The seller may withdraw his lot before the first bid, an admin as long as it is not over. */
  public static Ruling cancel(Auction auction, Actor by, Instant now) {
    boolean isSeller = by.userId().equals(auction.lot().sellerId());
    if (!by.isAdmin() && !isSeller) {
      throw new Refusal(ErrorCode.FORBIDDEN, "An auction is cancelled by its seller or an admin.");
    }
    requireNotOver(auction, now);
    if (!by.isAdmin() && auction.bids() > 0) {
      throw invalidTransition("There are bids: only an admin can cancel the auction now.");
    }
    return end(auction, AuctionStatus.CANCELLED, now);
  }

  /** An admin may bring the hammer down early. */
  public static Ruling close(Auction auction, Actor by, Instant now) {
    if (!by.isAdmin()) {
      throw new Refusal(ErrorCode.FORBIDDEN, "An auction is closed by an admin.");
    }
    requireNotOver(auction, now);
    if (now.isBefore(auction.opensAt())) {
      throw invalidTransition("The auction has not opened yet: it can be cancelled.");
    }
    return end(auction, outcome(auction), now);
  }

  /** What time alone brings about: the opening, and the end. */
  public static Ruling byTheClock(Auction auction, Instant now) {
    if (auction.isOver()) {
      return Ruling.unchanged(auction);
    }
    if (auction.isDue(now)) {
      return end(auction, outcome(auction), now);
    }
    boolean opens = auction.status() == AuctionStatus.SCHEDULED && !now.isBefore(auction.opensAt());
    return Ruling.unchanged(opens ? auction.opened() : auction);
  }

  private static void requireTakesBids(Auction auction, Instant now) {
    if (auction.isOver() || auction.isDue(now)) {
      throw new Refusal(ErrorCode.ENDED, "The auction has ended.");
    }
    if (now.isBefore(auction.opensAt())) {
      throw new Refusal(ErrorCode.NOT_OPEN, "The auction opens at " + auction.opensAt() + ".");
    }
  }

  private static void requireHighEnough(Auction auction, Bid bid) {
    if (bid.amount().compareTo(auction.minimumBid()) < 0) {
      throw new Refusal(
          ErrorCode.TOO_LOW,
          "The bid must be at least " + auction.minimumBid() + ".",
          Map.of("minimumBid", auction.minimumBid().amount()));
    }
  }

  private static Ruling accept(Auction auction, Bid bid, Instant now) {
    Instant endsAt =
        auction
            .terms()
            .softClose()
            .map(softClose -> softClose.endAfterBid(auction.endsAt(), now))
            .orElse(auction.endsAt());
    Auction next = auction.ledBy(bid, endsAt);
    List<AuctionEvent> events = new ArrayList<>();
    events.add(new BidPlaced(bid, next.minimumBid(), endsAt));
    auction
        .leading()
        .map(loser -> new Outbid(loser.bidder(), bid.amount(), next.minimumBid()))
        .ifPresent(events::add);
    if (meetsReserve(next) && !meetsReserve(auction)) {
      events.add(new ReserveMet());
    }
    if (!endsAt.equals(auction.endsAt())) {
      events.add(new Extended(endsAt));
    }
    return new Ruling(next, events);
  }

  private static boolean meetsReserve(Auction auction) {
    return auction.reserveMet().orElse(false);
  }

  private static AuctionStatus outcome(Auction auction) {
    boolean sold = auction.leading().isPresent() && auction.reserveMet().orElse(true);
    return sold ? AuctionStatus.SOLD : AuctionStatus.UNSOLD;
  }

  private static Ruling end(Auction auction, AuctionStatus outcome, Instant now) {
    Auction ended = auction.ended(outcome, now);
    return new Ruling(ended, List.of(new AuctionEnded(outcome, ended.winning())));
  }

  private static void requireNotOver(Auction auction, Instant now) {
    if (auction.isOver() || auction.isDue(now)) {
      throw invalidTransition("The auction has ended.");
    }
  }

  private static Refusal invalidTransition(String detail) {
    return new Refusal(ErrorCode.INVALID_TRANSITION, detail);
  }
}
