package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An auction as it stands. Never changed: what happens makes the next state out of it, see {@link
 * AuctionEvent#appliedTo}.
 *
 * @param pseudonyms by which bidders are shown to each other; empty where they are shown by ids
 * @param endsAt the first moment at which no bid is taken; a soft close moves it
 * @param endingSoonTold whether {@link AuctionEvent.EndingSoon} has happened
 */
public record Auction(
    String id,
    Lot lot,
    Terms terms,
    Optional<Pseudonyms> pseudonyms,
    Instant opensAt,
    Instant endsAt,
    AuctionStatus status,
    Standing standing,
    boolean endingSoonTold) {
  /** How long before its end an auction is said to end soon. */
  public static final Duration SOON = Duration.ofMinutes(5);

  /** The name of the stream on which an auction's events are told. */
  public static String streamOf(String auctionId) {
    return "auction/" + auctionId;
  }

  public String currency() {
    return terms.currency();
  }

  /** See {@link Standing}. */
  public Money price() {
    return standing.price();
  }

  /** The highest bid so far; none while bids are sealed. */
  public Optional<Bid> leading() {
    return standing.leading();
  }

  /** How many bids were accepted. */
  public int bids() {
    return standing.bids();
  }

  /** The least amount that the next bid must have. */
  public Money minimumBid() {
    return terms.format().minimumBid(standing);
  }

  /**
   * Whether the highest bid meets the reserve; empty when there is none, or nobody may know yet.
   */
  public Optional<Boolean> reserveMet() {
    return terms.reserve().filter(reserve -> !bidsAreHidden()).map(reserve -> meetsReserve());
  }

  /** At what anybody may buy at once; empty where that is not offered, or no longer. */
  public Optional<Money> buyNowPrice() {
    return terms.format() instanceof EnglishTerms english && !isOver()
        ? english.buyNow().filter(offer -> offer.standsIn(this)).map(BuyNow::price)
        : Optional.empty();
  }

  /** Whether there are sealed bids that have not been opened. Those of a cancelled auction stay. */
  public boolean bidsAreHidden() {
    boolean opened = status == AuctionStatus.SOLD || status == AuctionStatus.UNSOLD;
    return terms.format() instanceof SealedBidTerms && !opened;
  }

  /** Who buys for how much; empty unless it is sold. */
  public Optional<Sale> sale() {
    return leading().filter(bid -> status == AuctionStatus.SOLD).map(bid -> new Sale(bid, price()));
  }

  /** By what name a user is shown to others; he himself finds his own bids by it. */
  public String nameOf(String userId) {
    return pseudonyms.map(names -> names.of(userId)).orElse(userId);
  }

  public boolean isOver() {
    return status.isOver();
  }

  boolean isLedBy(String user) {
    return standing.isLedBy(user);
  }

  /** True where there is a reserve and the leading bid meets it. */
  boolean meetsReserve() {
    return leading()
        .flatMap(bid -> terms.reserve().filter(reserve -> bid.amount().compareTo(reserve) >= 0))
        .isPresent();
  }

  /** Whether its end has come by the clock, though it may not have been declared yet. */
  boolean isDue(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** When to tell that it ends soon; empty where that was told, or it is shorter than that. */
  Optional<Instant> reminderAt() {
    return Optional.of(endsAt.minus(SOON))
        .filter(reminder -> !endingSoonTold && opensAt.isBefore(reminder));
  }

  /** When the clock brings something about next; empty when it is over. */
  public Optional<Instant> nextMoment() {
    return switch (status) {
      case SCHEDULED -> Optional.of(opensAt);
      case OPEN ->
          Stream.of(
                  reminderAt(),
                  terms.format().nextMoment(price(), terms.startingPrice(), opensAt),
                  Optional.of(endsAt))
              .flatMap(Optional::stream)
              .min(Instant::compareTo);
      case SOLD, UNSOLD, CANCELLED -> Optional.empty();
    };
  }

  Auction opened() {
    return with(AuctionStatus.OPEN, endsAt, standing, endingSoonTold);
  }

  Auction standing(Standing newStanding) {
    return with(status, endsAt, newStanding, endingSoonTold);
  }

  Auction endingAt(Instant newEnd) {
    return with(status, newEnd, standing, endingSoonTold);
  }

  Auction toldToEndSoon() {
    return with(status, endsAt, standing, true);
  }

  Auction ended(AuctionStatus outcome, Instant at) {
    return with(outcome, at, standing, endingSoonTold);
  }

  private Auction with(
      AuctionStatus newStatus, Instant newEnd, Standing newStanding, boolean told) {
    return new Auction(id, lot, terms, pseudonyms, opensAt, newEnd, newStatus, newStanding, told);
  }
}
