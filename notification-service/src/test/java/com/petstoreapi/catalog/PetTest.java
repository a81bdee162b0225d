package com.petstoreapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PetTest {
  private static final Money PRICE = new Money(250_00, "USD");

  @Test
  void arrivesAvailable() {
    Change<Pet> arrival = Pet.arrived("rex", "Rex", "dog", PRICE);
    assertThat(arrival.after()).isEqualTo(rex(PetStatus.AVAILABLE));
    assertThat(arrival.events())
        .containsExactly(new StoreEvent.StatusChange("rex", PetStatus.AVAILABLE, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(names = {"AVAILABLE", "PENDING"})
  void isAdoptedFromAnyStatusBefore(PetStatus before) {
    Change<Pet> adoption = rex(before).adoptedBy("ann");
    assertThat(adoption.after()).isEqualTo(rex(PetStatus.ADOPTED));
    assertThat(adoption.events())
        .containsExactly(
            new StoreEvent.StatusChange("rex", PetStatus.ADOPTED, Optional.of(before)),
            new StoreEvent.Adoption("rex", "ann", "Rex"));
  }

  @Test
  void isAdoptedOnce() {
    assertThatThrownBy(() -> rex(PetStatus.ADOPTED).adoptedBy("bob"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TRANSITION));
  }

  @Test
  void tellsANewStatusWithTheOldOne() {
    Change<Pet> change = rex(PetStatus.AVAILABLE).become(PetStatus.PENDING);
    assertThat(change.after().status()).isEqualTo(PetStatus.PENDING);
    assertThat(change.events())
        .containsExactly(
            new StoreEvent.StatusChange(
                "rex", PetStatus.PENDING, Optional.of(PetStatus.AVAILABLE)));
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingWhenTheStatusStaysAsItIs(PetStatus status) {
    Change<Pet> change = rex(status).become(status);
    assertThat(change.after()).isEqualTo(rex(status));
    assertThat(change.events()).isEmpty();
  }

  @Test
  void tellsANewPriceWithTheOldOne() {
    Money next = new Money(199_99, "USD");
    Change<Pet> change = rex(PetStatus.AVAILABLE).cost(next);
    assertThat(change.after().price()).isEqualTo(next);
    assertThat(change.events()).containsExactly(new StoreEvent.PriceChange("rex", next, PRICE));
  }

  @Test
  void tellsNothingWhenThePriceStaysAsItIs() {
    assertThat(rex(PetStatus.PENDING).cost(new Money(250_00, "USD")).events()).isEmpty();
  }

  private static Pet rex(PetStatus status) {
    return new Pet("rex", "Rex", "dog", status, PRICE);
  }
}
