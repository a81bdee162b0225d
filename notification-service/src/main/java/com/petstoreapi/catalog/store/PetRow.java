package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.realtime.value.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of table {@code pet}. */
@Entity
@Table(name = "pet")
public class PetRow {
  @Id private String id;
  private String name;
  private String species;

  @Enumerated(EnumType.STRING)
  private PetStatus status;

  private long price;
  private String currency;

  protected PetRow() {}

  PetRow(Pet pet) {
    this.id = pet.id();
    take(pet);
  }

  Pet pet() {
    return new Pet(id, name, species, status, new Money(price, currency));
  }

  /** Takes over all but the id. Changes must be made here: EclipseLink sees no others. */
  final void take(Pet pet) {
    name = pet.name();
    species = pet.species();
    status = pet.status();
    price = pet.price().minor();
    currency = pet.price().currency();
  }
}
