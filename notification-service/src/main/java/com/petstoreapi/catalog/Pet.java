package com.petstoreapi.catalog;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.List;
import java.util.Optional;

/**
 * A pet of the store.
 *
 * @param id up to 64 characters of {@code [A-Za-z0-9._-]}
 * @param name up to 100 characters
 * @param species up to 50 characters
 */
public record Pet(String id, String name, String species, PetStatus status, Money price) {

  /** A pet that has just come to the store. */
  public static Change<Pet> arrived(String id, String name, String species, Money price) {
    Pet pet = new Pet(id, name, species, PetStatus.AVAILABLE, price);
    return new Change<>(
        pet, List.of(new StoreEvent.StatusChange(id, pet.status(), Optional.empty())));
  }

  /** Somebody takes the pet home: possible once. */
  public Change<Pet> adoptedBy(String userId) {
    if (status == PetStatus.ADOPTED) {
      throw new Refusal(ErrorCode.INVALID_TRANSITION, "The pet has been adopted already.");
    }
    return new Change<>(
        with(PetStatus.ADOPTED),
        List.of(
            new StoreEvent.StatusChange(id, PetStatus.ADOPTED, Optional.of(status)),
            new StoreEvent.Adoption(id, userId, name)));
  }

  /** Sets the status; to the present one, nothing happens. */
  public Change<Pet> become(PetStatus next) {
    return next == status
        ? Change.none(this)
        : new Change<>(
            with(next), List.of(new StoreEvent.StatusChange(id, next, Optional.of(status))));
  }

  /** Sets the price; to the present one, nothing happens. */
  public Change<Pet> cost(Money next) {
    return next.equals(price)
        ? Change.none(this)
        : new Change<>(
            new Pet(id, name, species, status, next),
            List.of(new StoreEvent.PriceChange(id, next, price)));
  }

  private Pet with(PetStatus next) {
    return new Pet(id, name, species, next, price);
  }
}
