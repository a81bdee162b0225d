package com.petstoreapi.catalog;

import com.petstoreapi.realtime.value.Money;
import java.util.Optional;

/** What the store tells people. */
public sealed interface StoreEvent {
  /** A pet has found its people. */
  record Adoption(String petId, String userId, String petName) implements StoreEvent {}

  /** A pet's status; without an old one when the pet is new. */
  record StatusChange(String petId, PetStatus status, Optional<PetStatus> oldStatus)
      implements StoreEvent {}

  record PriceChange(String petId, Money price, Money oldPrice) implements StoreEvent {}

  record Inventory(String sku, long stock) implements StoreEvent {}

  /** An order's status, for its customer alone; without an old one when it was just placed. */
  record OrderChange(Order order, Optional<OrderStatus> oldStatus) implements StoreEvent {}
}
