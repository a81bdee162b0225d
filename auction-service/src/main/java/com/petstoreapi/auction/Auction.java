package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An auction as it stands. Never changed: {@link AuctionRules} make the next state out of it.
 *
 * @param endsAt the first moment at which no bid is taken; a soft close moves it
 * @param leading the highest bid so far
 * @param bids how many were accepted
 */
public record Auction(
    String id,
    Lot lot,
    Terms terms,
    Instant opensAt,
    Instant endsAt,
    AuctionStatus status,
    Optional<Bid> leading,
    int bids) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Whether an auction could have this id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The name of the stream on which an auction's events are told. */
  public static String streamOf(String auctionId) {
    return "auction/" + auctionId;
  }

  public String currency() {
    return terms.currency();
  }

  /** The highest bid, or what the first must be. */
  public Money price() {
    return leading.map(Bid::amount).orElse(terms.startingPrice());
  }

  /** The least amount that the next bid must have. */
  public Money minimumBid() {
    return leading.map(bid -> terms.increments().above(bid.amount())).orElse(terms.startingPrice());
  }

  /** Whether the highest bid meets the reserve; empty when there is none. */
  public Optional<Boolean> reserveMet() {
    return terms
        .reserve()
        .map(reserve -> leading.filter(bid -> bid.amount().compareTo(reserve) >= 0).isPresent());
  }

  /** The bid that buys the pet; empty unless it is sold. */
  public Optional<Bid> winning() {
    return leading.filter(bid -> status == AuctionStatus.SOLD);
  }

  public boolean isOver() {
    return status.isOver();
  }

  boolean isLedBy(String user) {
    return leading.filter(bid -> bid.bidder().equals(user)).isPresent();
  }

  /** Whether its end has come by the clock, though it may not have been declared yet. */
  boolean isDue(Instant now) {
    return !now.isBefore(endsAt);
  }

  Auction opened() {
    return with(endsAt, AuctionStatus.OPEN);
  }

  Auction ledBy(Bid bid, Instant newEnd) {
    return new Auction(
        id, lot, terms, opensAt, newEnd, AuctionStatus.OPEN, Optional.of(bid), bids + 1);
  }

  /** Over from that moment on, if it was not to end earlier. */
  Auction ended(AuctionStatus outcome, Instant at) {
    return with(at.isBefore(endsAt) ? at : endsAt, outcome);
  }

  private Auction with(Instant newEnd, AuctionStatus newStatus) {
    return new Auction(id, lot, terms, opensAt, newEnd, newStatus, leading, bids);
  }
}
