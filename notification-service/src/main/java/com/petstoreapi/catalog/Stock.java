package com.petstoreapi.catalog;

import java.util.List;

/**
 * How much of an article there is.
 *
 * @param sku the article, up to 64 characters of {@code [A-Za-z0-9._-]}
 * @param stock 0 or more
 */
public record Stock(String sku, long stock) {
  /** The most that can be stored of one article. */
  public static final long MOST = 1_000_000_000;

  /** Counts anew; the same as before is not told. */
  public Change<Stock> recounted(long next) {
    return next == stock ? Change.none(this) : counted(sku, next);
  }

  /** Counts an article for the first time. */
  public static Change<Stock> counted(String sku, long stock) {
    return new Change<>(new Stock(sku, stock), List.of(new StoreEvent.Inventory(sku, stock)));
  }
}
