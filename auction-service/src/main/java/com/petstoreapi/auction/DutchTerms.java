package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The price falls by steps from the starting price until somebody takes it, or rests at its floor
 * until the end. There is no reserve: the floor is one that everybody sees.
 *
 * @param floor at which the price stops; the last step is cut short to meet it
 * @param step by how much the price falls at a time
 * @param every how long a price lasts, 1 s to 1 day
 */
public record DutchTerms(Money floor, Money step, Duration every) implements Format {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public DutchTerms {
    Terms.requireInRange("The floor price", floor);
    Terms.requireInRange("The step", step);
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw Refusal.invalid("A price of a Dutch auction lasts 1 s to 1 day.");
    }
  }

  @Override
  public Money minimumBid(Standing standing) {
    return standing.price();
  }

  @Override
  public void requireFit(Money startingPrice, Optional<Money> reserve) {
    if (floor.compareTo(startingPrice) >= 0) {
      throw Refusal.invalid("The floor price lies below the starting price.");
    }
    if (reserve.isPresent()) {
      throw Refusal.invalid("A Dutch auction has a floor price, no reserve.");
    }
  }

  @Override
  public void requireTime(Money startingPrice, Instant opensAt, Instant endsAt) {
    Duration open = Duration.between(opensAt, endsAt);
    if (!priceAfter(open.minusMillis(1), startingPrice).equals(floor)) {
      throw Refusal.invalid("The price reaches its floor before the end.");
    }
  }

  /** The price when the auction has been open for so long, 0 or more. */
  Money priceAfter(Duration open, Money startingPrice) {
    long drops = open.dividedBy(every);
    return drops >= drops(startingPrice) ? floor : startingPrice.plus(-drops * step.minor());
  }

  /** When the price falls below this one; empty at the floor. */
  @Override
  public Optional<Instant> nextMoment(Money price, Money startingPrice, Instant opensAt) {
    if (price.equals(floor)) {
      return Optional.empty();
    }
    long drops = (startingPrice.minor() - price.minor()) / step.minor();
    return Optional.of(opensAt.plus(every.multipliedBy(drops + 1)));
  }

  private long drops(Money startingPrice) {
    long fall = startingPrice.minor() - floor.minor();
    return (fall + step.minor() - 1) / step.minor();
  }
}
