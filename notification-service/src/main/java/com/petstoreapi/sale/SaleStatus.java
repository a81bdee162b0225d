package com.petstoreapi.sale;

/** Where a sale stands. It goes forward only. */
public enum SaleStatus {
  SCHEDULED,
  OPEN,
  ENDED
}
