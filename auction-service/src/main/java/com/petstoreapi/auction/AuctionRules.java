package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rule book of all auctions; what differs by format stands in {@link EnglishRules}, {@link
 * DutchRules} and {@link SealedBidRules}. Each rule takes the auction as it stands and the moment
 * that counts, and rules or throws a {@link Refusal}; nothing else is looked at, so that all nodes
 * rule alike. A ruling begins with what the clock has brought about until then.
 */
public final class AuctionRules {
  private final SealedBids sealedBids;
  private final Supplier<String> ids;

  /**
   * The rules for one auction.
   *
   * @param sealedBids of this auction
   * @param ids gives each bid that is accepted an id; one does not tell who or what made the bid
   */
  public AuctionRules(SealedBids sealedBids, Supplier<String> ids) {
    this.sealedBids = sealedBids;
    this.ids = ids;
  }

  /** A bid is made while the auction is open, by another than its seller. */
  public Ruling placeBid(Auction auction, Offer offer, Instant now) {
    requireMayBuy(auction, offer.bidder(), now);
    return byTheClock(auction, now).then(present -> rulesOf(present).placeBid(present, offer, now));
  }

  /** Buys at the buy-now price, or at the present price of a Dutch auction. */
  public Ruling buyNow(Auction auction, String buyer, Instant now) {
    requireMayBuy(auction, buyer, now);
    return byTheClock(auction, now).then(present -> rulesOf(present).buyNow(present, buyer, now));
  }

  /** The seller may withdraw his lot before the first bid, an admin as long as it is not over. */
  public Ruling cancel(Auction auction, Actor by, Instant now) {
    boolean isSeller = by.userId().equals(auction.lot().sellerId());
    if (!by.isAdmin() && !isSeller) {
      throw new Refusal(ErrorCode.FORBIDDEN, "An auction is cancelled by its seller or an admin.");
    }
    requireNotOver(auction, now);
    if (!by.isAdmin() && auction.bids() > 0) {
      throw invalidTransition("There are bids: only an admin can cancel the auction now.");
    }
    AuctionEnded ended = new AuctionEnded(AuctionStatus.CANCELLED, Optional.empty(), now);
    return byTheClock(auction, now).then(present -> Ruling.of(present, ended));
  }

  /** An admin may bring the hammer down early. */
  public Ruling close(Auction auction, Actor by, Instant now) {
    if (!by.isAdmin()) {
      throw new Refusal(ErrorCode.FORBIDDEN, "An auction is closed by an admin.");
    }
    requireNotOver(auction, now);
    if (now.isBefore(auction.opensAt())) {
      throw invalidTransition("The auction has not opened yet: it can be cancelled.");
    }
    return byTheClock(auction, now).then(present -> rulesOf(present).end(present, now));
  }

  /**
   * What time alone brings about: the opening, falling prices, the word that it ends soon, and the
   * end. What was missed while nobody looked is caught up with; after the end only that is told.
   */
  public Ruling byTheClock(Auction auction, Instant now) {
    if (auction.isOver()) {
      return Ruling.unchanged(auction);
    }
    if (auction.isDue(now)) {
      return rulesOf(auction).end(auction, auction.endsAt());
    }
    if (now.isBefore(auction.opensAt())) {
      return Ruling.unchanged(auction);
    }
    return opened(auction)
        .then(open -> rulesOf(open).byTheClock(open, now))
        .then(open -> endingSoon(open, now));
  }

  private FormatRules rulesOf(Auction auction) {
    Format format = auction.terms().format();
    if (format instanceof EnglishTerms english) {
      return new EnglishRules(english, ids);
    } else if (format instanceof DutchTerms dutch) {
      return new DutchRules(dutch, ids);
    } else if (format instanceof SealedBidTerms sealed) {
      return new SealedBidRules(sealed, sealedBids, ids);
    }
    throw new IllegalStateException("no rules for " + format);
  }

  private static Ruling opened(Auction auction) {
    return auction.status() == AuctionStatus.OPEN
        ? Ruling.unchanged(auction)
        : Ruling.of(auction, new AuctionOpened(auction.price(), auction.endsAt()));
  }

  private static Ruling endingSoon(Auction auction, Instant now) {
    return auction.reminderAt().filter(reminder -> !now.isBefore(reminder)).isPresent()
        ? Ruling.of(auction, new EndingSoon(auction.endsAt()))
        : Ruling.unchanged(auction);
  }

  private static void requireMayBuy(Auction auction, String buyer, Instant now) {
    if (auction.isOver() || auction.isDue(now)) {
      throw new Refusal(ErrorCode.ENDED, "The auction has ended.");
    }
    if (now.isBefore(auction.opensAt())) {
      throw new Refusal(ErrorCode.NOT_OPEN, "The auction opens at " + auction.opensAt() + ".");
    }
    if (buyer.equals(auction.lot().sellerId())) {
      throw new Refusal(ErrorCode.OWN_AUCTION, "Nobody bids in an auction of his own.");
    }
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
