package com.petstoreapi.catalog;

/** An order's way: one step at a time, or off it before it is delivered. */
public enum OrderStatus {
  PLACED,
  APPROVED,
  SHIPPED,
  DELIVERED,
  CANCELLED;

  boolean mayBecome(OrderStatus next) {
    return switch (this) {
      case PLACED -> next == APPROVED || next == CANCELLED;
      case APPROVED -> next == SHIPPED || next == CANCELLED;
      case SHIPPED -> next == DELIVERED || next == CANCELLED;
      case DELIVERED, CANCELLED -> false;
    };
  }
}
