package com.petstoreapi.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.OrderStatus;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.StoreEvent;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events as the wire contract's table has them. */
class StoreEventDraftsTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.120Z");
  private static final String AT_JSON = "\"at\":\"2026-03-01T12:00:00.120Z\"";

  @Test
  void anAdoptionIsForAll() {
    assertDraft(
        new StoreEvent.Adoption("rex", "ann", "Rex \"the\" dog"),
        "adoption",
        Audience.EVERYONE,
        "rex",
        "{\"petId\":\"rex\",\"userId\":\"ann\",\"petName\":\"Rex \\\"the\\\" dog\","
            + AT_JSON
            + "}");
  }

  @Test
  void aStatusChangeBearsTheOldStatus() {
    assertDraft(
        new StoreEvent.StatusChange("rex", PetStatus.PENDING, Optional.of(PetStatus.AVAILABLE)),
        "status-change",
        Audience.EVERYONE,
        "rex",
        "{\"petId\":\"rex\",\"status\":\"PENDING\",\"oldStatus\":\"AVAILABLE\"," + AT_JSON + "}");
  }

  @Test
  void theStatusOfANewPetHasNoOldOne() {
    assertDraft(
        new StoreEvent.StatusChange("rex", PetStatus.AVAILABLE, Optional.empty()),
        "status-change",
        Audience.EVERYONE,
        "rex",
        "{\"petId\":\"rex\",\"status\":\"AVAILABLE\"," + AT_JSON + "}");
  }

  @Test
  void aPriceChangeBearsNumbersInMajorUnits() {
    assertDraft(
        new StoreEvent.PriceChange("rex", new Money(199_99, "EUR"), new Money(250_00, "EUR")),
        "price-change",
        Audience.EVERYONE,
        "rex",
        "{\"petId\":\"rex\",\"price\":199.99,\"oldPrice\":250.00,\"currency\":\"EUR\","
            + AT_JSON
            + "}");
  }

  @Test
  void inventoryIsAboutNoPet() {
    assertDraft(
        new StoreEvent.Inventory("hay-1kg", 60),
        "inventory",
        Audience.EVERYONE,
        "",
        "{\"sku\":\"hay-1kg\",\"stock\":60," + AT_JSON + "}");
  }

  @Test
  void anOrderIsForItsCustomerAlone() {
    Order order = new Order("o-1", "rex", "ann", OrderStatus.APPROVED, AT);
    assertDraft(
        new StoreEvent.OrderChange(order, Optional.of(OrderStatus.PLACED)),
        "order",
        Audience.only("ann"),
        "rex",
        "{\"orderId\":\"o-1\",\"petId\":\"rex\",\"userId\":\"ann\",\"status\":\"APPROVED\","
            + "\"oldStatus\":\"PLACED\","
            + AT_JSON
            + "}");
  }

  private static void assertDraft(
      StoreEvent event, String type, Audience audience, String subject, String data) {
    Draft draft = StoreEventDrafts.draft(event, AT);
    assertThat(draft.type()).isEqualTo(type);
    assertThat(draft.audience()).isEqualTo(audience);
    assertThat(draft.subject()).isEqualTo(subject);
    assertThat(JsonText.parse(draft.data())).isEqualTo(JsonText.parse(data));
    assertThat(draft.data()).doesNotContain("\n", "\r");
  }
}
