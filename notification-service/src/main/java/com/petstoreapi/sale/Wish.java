package com.petstoreapi.sale;

/**
 * What somebody would like to buy.
 *
 * @param purchaseId the id that the purchase is to have
 * @param quantity 1 to {@link Article#MOST_AT_ONCE}
 */
public record Wish(String purchaseId, String saleId, String sku, int quantity, String buyer) {}
