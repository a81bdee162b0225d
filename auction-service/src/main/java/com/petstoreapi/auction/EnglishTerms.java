package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;

/** The price rises bid by bid; who leads at the end buys at the price he bid. */
public record EnglishTerms(
    Increments increments, Optional<SoftClose> softClose, Optional<BuyNow> buyNow)
    implements Format {

  /** Without soft close and without a price to buy at once. */
  public static EnglishTerms risingBy(Increments increments) {
    return new EnglishTerms(increments, Optional.empty(), Optional.empty());
  }

  @Override
  public Money minimumBid(Standing standing) {
    return standing.leading().isPresent() ? increments.above(standing.price()) : standing.price();
  }

  @Override
  public void requireFit(Money startingPrice, Optional<Money> reserve) {
    buyNow.ifPresent(offer -> offer.requireFit(startingPrice, reserve));
  }

  @Override
  public void requireTime(Money startingPrice, Instant opensAt, Instant endsAt) {
    if (softClose.filter(close -> !close.allows(endsAt)).isPresent()) {
      throw Refusal.invalid("The latest end of a soft close is not before the end.");
    }
  }
}
