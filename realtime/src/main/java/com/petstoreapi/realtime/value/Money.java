package com.petstoreapi.realtime.value;

import com.petstoreapi.realtime.failure.Refusal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of money in hundredths of the currency's unit.
 *
 * @param minor 0 to {@link #MAX_MINOR}
 * @param currency ISO 4217, three capital letters
 */
public record Money(long minor, String currency) implements Comparable<Money> {
  /** Ten thousand million units: far above any pet, far below the edge of a {@code long}. */
  public static final long MAX_MINOR = 1_000_000_000_000L;

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  public Money {
    if (minor < 0 || minor > MAX_MINOR) {
      throw Refusal.invalid("an amount of money must lie between 0 and " + MAX_MINOR / 100);
    }
    if (!CURRENCY.matcher(currency).matches()) {
      throw Refusal.invalid("currency must be an ISO 4217 code such as USD");
    }
  }

  /**
   * @param amount in major units, at most two decimals
   * @throws Refusal {@code invalid-message} when the amount has more decimals or is out of range
   */
  public static Money of(BigDecimal amount, String currency) {
    // The scale and precision are looked at first: 1e999999999 must not be multiplied out.
    // As long, because 1 - (-2147483647) is no int.
    if ((long) amount.precision() - amount.scale() > 12
        || amount.stripTrailingZeros().scale() > 2) {
      throw Refusal.invalid("an amount of money has at most 12 digits and two decimals");
    }
    return new Money(amount.movePointRight(2).longValueExact(), currency);
  }

  /** The amount in major units with two decimals, for example {@code 600.00}. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, 2);
  }

  public Money plus(long minorUnits) {
    return new Money(minor + minorUnits, currency);
  }

  /** Compares amounts; both must be of one currency. */
  @Override
  public int compareTo(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot compare " + currency + " with " + other.currency);
    }
    return Long.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }
}
