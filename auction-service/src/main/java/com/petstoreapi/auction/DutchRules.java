package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.realtime.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Dutch auction: the price falls by the clock, and the first bid buys at the price of its
 * moment, be it that the bidder would have paid more. Who takes it without naming an amount buys at
 * whatever the price is.
 */
final class DutchRules implements FormatRules {
  private final DutchTerms dutch;
  private final Supplier<String> ids;

  DutchRules(DutchTerms dutch, Supplier<String> ids) {
    this.dutch = dutch;
    this.ids = ids;
  }

  @Override
  public Ruling placeBid(Auction auction, Offer offer, Instant now) {
    FormatRules.requirePlain(offer);
    FormatRules.requireAtLeast(auction.price(), offer);
    return buyNow(auction, offer.bidder(), now);
  }

  @Override
  public Ruling buyNow(Auction auction, String buyer, Instant now) {
    Bid bid = new Bid(ids.get(), buyer, auction.price());
    return Ruling.of(
        auction,
        List.of(
            new BidPlaced(bid, bid.amount(), now, false),
            AuctionEnded.by(Optional.of(Sale.at(bid)), now)));
  }

  /**
   * Several drops that were missed are told as one: nobody could buy at the prices between. A clock
   * that is set back does not make the price rise.
   */
  @Override
  public Ruling byTheClock(Auction auction, Instant now) {
    Duration open = Duration.between(auction.opensAt(), now);
    Money price = dutch.priceAfter(open, startingPrice(auction));
    return price.compareTo(auction.price()) < 0
        ? Ruling.of(auction, new PriceDropped(price, auction.price(), nextDrop(auction, price)))
        : Ruling.unchanged(auction);
  }

  @Override
  public Ruling end(Auction auction, Instant at) {
    return Ruling.of(auction, AuctionEnded.by(Optional.empty(), at));
  }

  private Optional<Instant> nextDrop(Auction auction, Money price) {
    return dutch.nextMoment(price, startingPrice(auction), auction.opensAt());
  }

  private static Money startingPrice(Auction auction) {
    return auction.terms().startingPrice();
  }
}
