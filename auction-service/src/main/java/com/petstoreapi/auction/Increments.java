package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.List;
import java.util.Optional;

/**
 * By how much a bid must top the one before, in minor units.
 *
 * @param rows the steps of low prices, by rising bounds; at most {@link #MOST_ROWS}
 * @param stepAbove the step of all prices that no row holds, above 0
 */
public record Increments(List<Row> rows, long stepAbove) {
  public static final int MOST_ROWS = 20;

  /** Below 20 half a unit, below 200 one, below 1,000 five, and so on: the table of Trade Me. */
  public static final Increments TABLE =
      new Increments(
          List.of(
              new Row(20_00, 50),
              new Row(200_00, 1_00),
              new Row(1_000_00, 5_00),
              new Row(5_000_00, 10_00),
              new Row(25_000_00, 50_00)),
          100_00);

  /**
   * The step of the prices below a bound.
   *
   * @param below the first price that this row does not hold, above 0
   * @param step above 0
   */
  public record Row(long below, long step) {
    public Row {
      requireInRange(below);
      requireInRange(step);
    }
  }

  public Increments {
    rows = List.copyOf(rows);
    requireInRange(stepAbove);
    boolean rising = true;
    for (int i = 1; i < rows.size(); i++) {
      rising &= rows.get(i - 1).below() < rows.get(i).below();
    }
    if (!rising || rows.size() > MOST_ROWS) {
      throw Refusal.invalid("A table of increments has at most 20 rows, by rising prices.");
    }
  }

  /** The same step at every price. */
  public static Increments fixed(Money step) {
    return new Increments(List.of(), step.minor());
  }

  /** The step, where it is the same at every price. */
  public Optional<Long> fixedStep() {
    return rows.isEmpty() ? Optional.of(stepAbove) : Optional.empty();
  }

  /** The least amount that tops this price. */
  public Money above(Money price) {
    return price.plus(stepAt(price));
  }

  private long stepAt(Money price) {
    return rows.stream()
        .filter(row -> price.minor() < row.below())
        .findFirst()
        .map(Row::step)
        .orElse(stepAbove);
  }

  private static void requireInRange(long minor) {
    if (minor < 1 || minor > Terms.MOST_MINOR) {
      throw Refusal.invalid("Bounds and steps must be above 0 and at most " + limit() + ".");
    }
  }

  private static long limit() {
    return Terms.MOST_MINOR / 100;
  }
}
