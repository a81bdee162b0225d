package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.util.List;
import java.util.Optional;

/**
 * By how much a bid must top the one before.
 *
 * @param fixed the same step at every price; empty for the trade's table, in which the step grows
 *     with the price
 */
public record Increments(Optional<Money> fixed) {
  /** Below 20 half a unit, below 200 one, below 1,000 five, and so on. */
  public static final Increments TABLE = new Increments(Optional.empty());

  private static final List<Row> ROWS =
      List.of(
          new Row(20_00, 50),
          new Row(200_00, 1_00),
          new Row(1_000_00, 5_00),
          new Row(5_000_00, 10_00),
          new Row(25_000_00, 50_00));
  private static final long STEP_ABOVE = 100_00;

  /** Minor units: the step of prices below a bound. */
  private record Row(long below, long step) {}

  public Increments {
    fixed.ifPresent(step -> Terms.requireInRange("The increment", step));
  }

  public static Increments fixed(Money step) {
    return new Increments(Optional.of(step));
  }

  /** The least amount that tops this price. */
  public Money above(Money price) {
    return price.plus(fixed.map(Money::minor).orElseGet(() -> stepAt(price)));
  }

  private static long stepAt(Money price) {
    return ROWS.stream()
        .filter(row -> price.minor() < row.below())
        .findFirst()
        .map(Row::step)
        .orElse(STEP_ABOVE);
  }
}
