package com.petstoreapi.sale;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;

/**
 * What somebody would like to buy.
 *
 * @param purchaseId the id that the purchase is to have
 * @param quantity 1 to {@link Article#MOST_AT_ONCE}
 */
public record Wish(String purchaseId, String saleId, String sku, int quantity, String buyer) {
  /**
   * @throws Refusal {@code not-found} when no sale can have that id
   */
  public Wish {
    if (!Names.isId(saleId)) {
      throw Sale.noSuchSale();
    }
  }
}
