package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.Contest.Call;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The English auction: the price rises, and the highest bid at the end buys if it meets the
 * reserve. What an offer does to the price is the matter of {@link Contest}, what follows from it
 * that of {@link Consequences}.
 */
final class EnglishRules implements FormatRules {
  private final EnglishTerms english;
  private final Supplier<String> ids;

  EnglishRules(EnglishTerms english, Supplier<String> ids) {
    this.english = english;
    this.ids = ids;
  }

  @Override
  public Ruling placeBid(Auction auction, Offer offer, Instant now) {
    if (auction.isLedBy(offer.bidder())) {
      requireRaised(auction.standing().most(), offer);
    } else {
      FormatRules.requireAtLeast(auction.minimumBid(), offer);
    }
    List<Call> calls = new Contest(auction, offer, english.increments()).calls();
    return calls.isEmpty()
        ? Ruling.of(auction, maximumOf(offer))
        : place(auction, calls, offer, now);
  }

  @Override
  public Ruling buyNow(Auction auction, String buyer, Instant now) {
    Money price = auction.buyNowPrice().orElseThrow(FormatRules::notForSaleAtOnce);
    Bid bid = new Bid(ids.get(), buyer, price);
    BidPlaced placed = placed(bid, false, auction.endsAt());
    AuctionEnded ended = new AuctionEnded(AuctionStatus.SOLD, Optional.of(Sale.at(bid)), now);
    return Consequences.of(auction, List.of(placed), Optional.empty())
        .then(bought -> Ruling.of(bought, ended));
  }

  @Override
  public Ruling end(Auction auction, Instant at) {
    boolean withheld = auction.terms().reserve().isPresent() && !auction.meetsReserve();
    Optional<Sale> sale = auction.leading().filter(bid -> !withheld).map(Sale::at);
    return Ruling.of(auction, AuctionEnded.by(sale, at));
  }

  private Ruling place(Auction auction, List<Call> calls, Offer offer, Instant now) {
    Instant endsAt =
        english
            .softClose()
            .map(softClose -> softClose.endAfterBid(auction.endsAt(), now))
            .orElse(auction.endsAt());
    List<BidPlaced> placed = new ArrayList<>();
    for (Call call : calls) {
      Bid bid = new Bid(ids.get(), call.bidder(), call.amount());
      placed.add(placed(bid, call.automatic(), endsAt));
    }
    Bid top = placed.get(placed.size() - 1).bid();
    boolean goesFurther =
        top.bidder().equals(offer.bidder()) && top.amount().compareTo(offer.most()) < 0;
    return Consequences.of(
        auction, placed, Optional.of(maximumOf(offer)).filter(maximum -> goesFurther));
  }

  private BidPlaced placed(Bid bid, boolean automatic, Instant endsAt) {
    return new BidPlaced(bid, english.increments().above(bid.amount()), endsAt, automatic);
  }

  private static MaximumSet maximumOf(Offer offer) {
    return new MaximumSet(offer.bidder(), offer.most());
  }

  private static void requireRaised(Money most, Offer offer) {
    if (!offer.isProxy()) {
      throw new Refusal(ErrorCode.ALREADY_LEADING, "Your bid is the highest already.");
    }
    if (offer.most().compareTo(most) <= 0) {
      throw new Refusal(
          ErrorCode.ALREADY_LEADING, "You lead: a new maximum must be above " + most + ".");
    }
  }
}
