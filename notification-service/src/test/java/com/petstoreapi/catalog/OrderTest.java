package com.petstoreapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void isPlacedForAPetThatIsThere() {
    Change<Order> placed = Order.place("o-1", rex(PetStatus.AVAILABLE), "ann", NOW);
    Order order = new Order("o-1", "rex", "ann", OrderStatus.PLACED, NOW);
    assertThat(placed.after()).isEqualTo(order);
    assertThat(placed.events())
        .containsExactly(new StoreEvent.OrderChange(order, Optional.empty()));
  }

  @Test
  void isNotPlacedForAPetThatWasAdopted() {
    assertRefused(() -> Order.place("o-1", rex(PetStatus.ADOPTED), "ann", NOW));
  }

  /** The whole table: from, to, and whether that may be. */
  @ParameterizedTest
  @CsvSource({
    "PLACED, APPROVED, true",
    "PLACED, SHIPPED, false",
    "PLACED, DELIVERED, false",
    "PLACED, CANCELLED, true",
    "APPROVED, PLACED, false",
    "APPROVED, SHIPPED, true",
    "APPROVED, DELIVERED, false",
    "APPROVED, CANCELLED, true",
    "SHIPPED, PLACED, false",
    "SHIPPED, APPROVED, false",
    "SHIPPED, DELIVERED, true",
    "SHIPPED, CANCELLED, true",
    "DELIVERED, PLACED, false",
    "DELIVERED, APPROVED, false",
    "DELIVERED, SHIPPED, false",
    "DELIVERED, CANCELLED, false",
    "CANCELLED, PLACED, false",
    "CANCELLED, APPROVED, false",
    "CANCELLED, SHIPPED, false",
    "CANCELLED, DELIVERED, false"
  })
  void goesItsWayStepByStep(OrderStatus from, OrderStatus to, boolean may) {
    if (may) {
      Change<Order> change = order(from).become(to);
      assertThat(change.after()).isEqualTo(order(to));
      assertThat(change.events())
          .containsExactly(new StoreEvent.OrderChange(order(to), Optional.of(from)));
    } else {
      assertRefused(() -> order(from).become(to));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingWhenItStaysWhereItIs(OrderStatus status) {
    assertThat(order(status).become(status)).isEqualTo(Change.none(order(status)));
  }

  private static void assertRefused(Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TRANSITION));
  }

  private static Order order(OrderStatus status) {
    return new Order("o-1", "rex", "ann", status, NOW);
  }

  private static Pet rex(PetStatus status) {
    return new Pet("rex", "Rex", "dog", status, new Money(250_00, "USD"));
  }
}
