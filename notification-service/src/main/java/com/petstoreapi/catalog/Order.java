package com.petstoreapi.catalog;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order for a pet.
 *
 * @param userId whose order it is
 */
public record Order(String id, String petId, String userId, OrderStatus status, Instant placedAt) {

  /** Places an order; for a pet that was adopted it is refused. */
  public static Change<Order> place(String id, Pet pet, String userId, Instant now) {
    if (pet.status() == PetStatus.ADOPTED) {
      throw new Refusal(ErrorCode.INVALID_TRANSITION, "The pet has been adopted already.");
    }
    Order order = new Order(id, pet.id(), userId, OrderStatus.PLACED, now);
    return new Change<>(order, List.of(new StoreEvent.OrderChange(order, Optional.empty())));
  }

  /** Takes the order on its way; to the present status, nothing happens. */
  public Change<Order> become(OrderStatus next) {
    if (next == status) {
      return Change.none(this);
    }
    if (!status.mayBecome(next)) {
      throw new Refusal(
          ErrorCode.INVALID_TRANSITION, "An order that is " + status + " cannot be " + next + ".");
    }
    Order after = new Order(id, petId, userId, next, placedAt);
    return new Change<>(after, List.of(new StoreEvent.OrderChange(after, Optional.of(status))));
  }
}
