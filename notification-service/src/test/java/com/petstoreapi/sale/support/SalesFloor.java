package com.petstoreapi.sale.support;

import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.Seller;
import com.petstoreapi.sale.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sales, sellers and buyers for tests. */
public final class SalesFloor {
  public static final Seller SAM = new Seller("sam", false);
  public static final Seller ADMIN = new Seller("an-admin", true);
  public static final String SKU = "leash-red";

  private SalesFloor() {}

  /** For 3.50 each, and as many a buyer as he likes. */
  public static Article article(String sku, long stock) {
    return new Article(sku, stock, new Money(350, "USD"), Optional.empty());
  }

  public static Article limited(String sku, long stock, int perBuyer) {
    return new Article(sku, stock, new Money(350, "USD"), Optional.of(perBuyer));
  }

  /** Opens at once and lasts for an hour. */
  public static Proposal proposal(Instant now, Article... articles) {
    return new Proposal("Sale", List.of(articles), Optional.empty(), now.plus(Duration.ofHours(1)));
  }

  /** Opens a minute later and lasts for an hour. */
  public static Proposal later(Instant now, Article... articles) {
    return new Proposal(
        "Sale",
        List.of(articles),
        Optional.of(now.plus(Duration.ofMinutes(1))),
        now.plus(Duration.ofHours(1)));
  }

  public static Sale open(Instant now, Article... articles) {
    return Sale.propose("sale-1", SAM, proposal(now, articles), now);
  }

  public static Wish wish(String buyer, String sku, int quantity) {
    return new Wish(UUID.randomUUID().toString(), "sale-1", sku, quantity, buyer);
  }
}
