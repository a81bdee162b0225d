package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;

/** How a price is found: the conditions that only one way of selling has. */
public sealed interface Format permits EnglishTerms, DutchTerms, SealedBidTerms {
  /** The least that the next bid must offer, as the auction stands. */
  Money minimumBid(Standing standing);

  /**
   * Whether these conditions go with those that all formats have.
   *
   * @throws Refusal {@code invalid-message} if they do not
   */
  default void requireFit(Money startingPrice, Optional<Money> reserve) {}

  /**
   * Whether these conditions go with the time for which the auction is open.
   *
   * @throws Refusal {@code invalid-message} if they do not
   */
  default void requireTime(Money startingPrice, Instant opensAt, Instant endsAt) {}

  /** The next moment at which the clock brings something about before the end. */
  default Optional<Instant> nextMoment(Money price, Money startingPrice, Instant opensAt) {
    return Optional.empty();
  }
}
