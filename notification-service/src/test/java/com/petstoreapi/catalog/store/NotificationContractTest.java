package com.petstoreapi.catalog.store;

import static com.petstoreapi.sale.support.SalesFloor.SKU;
import static com.petstoreapi.sale.support.SalesFloor.article;
import static com.petstoreapi.sale.support.SalesFloor.open;
import static com.petstoreapi.sale.support.SalesFloor.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.OrderStatus;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.StoreEvent;
import com.petstoreapi.contract.Contract;
import com.petstoreapi.contract.Witness;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.json.PurchaseJson;
import com.petstoreapi.sale.json.SaleJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told in the store is what the AsyncAPI document says, and all of it. */
class NotificationContractTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  /** Edge makes these, and looks at their form. */
  private static final List<String> OF_ALL_STREAMS =
      List.of("hello", "heartbeat", "auth-expiring", "reset", "refused");

  /** Publishers make these, auction-service among them; the system tests look at their form. */
  private static final List<String> PUBLISHED =
      List.of(
          "notification",
          "outbid",
          "auction-end",
          "auction-won",
          "auction-opened",
          "auction-ending-soon",
          "chat-message");

  private static final Order ORDER = new Order("o-1", "rex", "ann", OrderStatus.PLACED, AT);

  /** One of each kind, and of those that may leave something out two. */
  private static final List<StoreEvent> EVENTS =
      List.of(
          new StoreEvent.Adoption("rex", "ann", "Rex \"the\" dog"),
          new StoreEvent.StatusChange("rex", PetStatus.AVAILABLE, Optional.empty()),
          new StoreEvent.StatusChange("rex", PetStatus.ADOPTED, Optional.of(PetStatus.PENDING)),
          new StoreEvent.PriceChange("rex", new Money(199_99, "EUR"), new Money(0, "EUR")),
          new StoreEvent.Inventory("hay-1kg", 0),
          new StoreEvent.OrderChange(ORDER, Optional.empty()),
          new StoreEvent.OrderChange(ORDER, Optional.of(OrderStatus.PLACED)));

  private final Contract contract = Contract.of(AsyncApiDocument.read().toString());

  @Test
  void noKindOfEventIsForgottenHere() {
    assertThat(EVENTS.stream().<Class<?>>map(Object::getClass))
        .contains(StoreEvent.class.getPermittedSubclasses());
  }

  @Test
  void theStreamSaysWhatTheDocumentSays() {
    Witness witness = new Witness(contract.channel("notifications"));
    EVENTS.stream()
        .map(event -> StoreEventDrafts.draft(event, AT))
        .forEach((Draft draft) -> witness.told(draft.type(), draft.data()));
    witness.told("sale", SaleJson.event(open(AT, article(SKU, 100)), AT));
    Purchase purchase = new Purchase(wish("ann", SKU, 2), new Money(24_00, "USD"), AT);
    witness.told("purchase", PurchaseJson.event(purchase));

    assertThat(witness.unheard()).hasSize(12).containsAll(OF_ALL_STREAMS).containsAll(PUBLISHED);
  }

  @Test
  void theExamplesOfTheWholeDocumentFit() {
    assertThat(contract.badExamples()).isEmpty();
  }
}
