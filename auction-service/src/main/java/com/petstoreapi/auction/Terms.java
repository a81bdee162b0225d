package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.Optional;

/**
 * The conditions of a sale, as the seller set them. All amounts are of one currency.
 *
 * @param startingPrice the least first bid; in a Dutch auction the price that falls
 * @param reserve the least price at which the seller sells; nobody is told more of it than whether
 *     it is met
 * @param format how the price is found
 */
public record Terms(Money startingPrice, Optional<Money> reserve, Format format) {
  /** Half of what {@link Money} can hold, so that the bid after any bid can still be named. */
  public static final long MOST_MINOR = Money.MAX_MINOR / 2;

  public Terms {
    requireInRange("The starting price", startingPrice);
    reserve.ifPresent(amount -> requireInRange("The reserve price", amount));
    format.requireFit(startingPrice, reserve);
  }

  public String currency() {
    return startingPrice.currency();
  }

  static void requireInRange(String what, Money amount) {
    if (amount.minor() < 1 || amount.minor() > MOST_MINOR) {
      throw Refusal.invalid(what + " must be above 0 and at most " + MOST_MINOR / 100 + ".");
    }
  }
}
