package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.BidsCounted;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The sealed-bid auction, first-price or second-price. Until the end everybody sees how many have
 * bid, and nothing else.
 *
 * <p>A bidder may exchange his bid, for a lower one too, as a tenderer may modify his tender until
 * the opening (FAR 14.303, "Modification or withdrawal of bids"). It then counts from the exchange:
 * among equal bids he has lost his place. He cannot withdraw.
 */
final class SealedBidRules implements FormatRules {
  private final SealedBidTerms terms;
  private final SealedBids sealedBids;
  private final Supplier<String> ids;

  SealedBidRules(SealedBidTerms terms, SealedBids sealedBids, Supplier<String> ids) {
    this.terms = terms;
    this.sealedBids = sealedBids;
    this.ids = ids;
  }

  @Override
  public Ruling placeBid(Auction auction, Offer offer, Instant now) {
    FormatRules.requirePlain(offer);
    FormatRules.requireAtLeast(auction.terms().startingPrice(), offer);
    List<AuctionEvent> events = new ArrayList<>();
    events.add(new BidSealed(new Bid(ids.get(), offer.bidder(), offer.most())));
    if (!sealedBids.hasOneOf(offer.bidder())) {
      events.add(new BidsCounted(auction.bids() + 1));
    }
    return Ruling.of(auction, events);
  }

  @Override
  public Ruling buyNow(Auction auction, String buyer, Instant now) {
    throw FormatRules.notForSaleAtOnce();
  }

  /** The bids are opened in any case, so that everybody can see that it went right. */
  @Override
  public Ruling end(Auction auction, Instant at) {
    List<AuctionEvent> events = new ArrayList<>();
    sealedBids.all().forEach(bid -> events.add(new BidOpened(bid)));
    events.add(AuctionEnded.by(sale(auction), at));
    return Ruling.of(auction, events);
  }

  private Optional<Sale> sale(Auction auction) {
    List<Bid> highest = sealedBids.highest(2);
    Money least = auction.terms().reserve().orElse(auction.terms().startingPrice());
    return highest.stream()
        .findFirst()
        .filter(winning -> winning.amount().compareTo(least) >= 0)
        .map(winning -> new Sale(winning, price(highest, auction.terms())));
  }

  private Money price(List<Bid> highest, Terms conditions) {
    if (terms.pricing() == Pricing.FIRST_PRICE) {
      return highest.get(0).amount();
    }
    Stream<Money> second = highest.stream().skip(1).map(Bid::amount);
    return Stream.concat(second, conditions.reserve().stream())
        .reduce(conditions.startingPrice(), SealedBidRules::most);
  }

  private static Money most(Money one, Money other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
