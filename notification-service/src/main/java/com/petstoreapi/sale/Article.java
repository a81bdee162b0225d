package com.petstoreapi.sale;

import com.petstoreapi.catalog.Stock;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.Map;
import java.util.Optional;

/**
 * What is sold in a sale.
 *
 * @param sku the article's number, up to 64 characters of {@code [A-Za-z0-9._-]}
 * @param stock how much of it there is when the sale opens, 0 to {@link Stock#MOST}
 * @param price of one, at most {@link #MOST_MINOR}
 * @param perBuyer how many of it one buyer may have of this sale, 1 to {@link #MOST_AT_ONCE}; empty
 *     for as many as there are
 */
public record Article(String sku, long stock, Money price, Optional<Integer> perBuyer) {
  /** So many can be bought at once. */
  public static final int MOST_AT_ONCE = 1_000;

  /** Ten million units, in hundredths: times {@link #MOST_AT_ONCE}, the most that is money here. */
  public static final long MOST_MINOR = Money.MAX_MINOR / MOST_AT_ONCE;

  public Article {
    if (stock < 0 || stock > Stock.MOST) {
      throw Refusal.invalid("A stock lies between 0 and " + Stock.MOST + ".");
    }
    if (price.minor() > MOST_MINOR) {
      throw Refusal.invalid("A price in a sale is at most " + MOST_MINOR / 100 + ".");
    }
    if (perBuyer.filter(most -> most < 1 || most > MOST_AT_ONCE).isPresent()) {
      throw Refusal.invalid("A buyer may have 1 to " + MOST_AT_ONCE + ".");
    }
  }

  /**
   * What so many of it cost, if the buyer may have them and they are there.
   *
   * @param quantity 1 to {@link #MOST_AT_ONCE}
   * @param bought how many the buyer has of this sale already
   * @param remaining how many there are
   * @throws Refusal {@code limit-reached} or {@code sold-out}
   */
  public Money sell(int quantity, long bought, long remaining) {
    if (perBuyer.isPresent() && bought + quantity > perBuyer.get()) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED,
          "One buyer can have " + perBuyer.get() + " of it, and not one more.",
          Map.of("perBuyer", perBuyer.get(), "bought", bought));
    }
    if (quantity > remaining) {
      throw new Refusal(
          ErrorCode.SOLD_OUT,
          remaining == 0 ? "It is sold out." : "There are not so many of it left.",
          Map.of("remaining", remaining));
    }
    return new Money(quantity * price.minor(), price.currency());
  }
}
