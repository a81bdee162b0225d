package com.petstoreapi.sale.store;

import static com.petstoreapi.sale.support.SalesFloor.SAM;
import static com.petstoreapi.sale.support.SalesFloor.SKU;
import static com.petstoreapi.sale.support.SalesFloor.article;
import static com.petstoreapi.sale.support.SalesFloor.later;
import static com.petstoreapi.sale.support.SalesFloor.limited;
import static com.petstoreapi.sale.support.SalesFloor.proposal;
import static com.petstoreapi.sale.support.SalesFloor.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.Database;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.SaleState;
import com.petstoreapi.sale.SaleStatus;
import com.petstoreapi.sale.Wish;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TillTest {
  private Instant now = Database.NOW;
  private final Database database = Database.create(() -> now);
  private final Shelves shelves =
      new Shelves(
          database.streams(), database.dataSource(), (task, later) -> {}, Duration.ofMillis(200));
  private final Till till = new Till(database.streams(), shelves, Duration.ofSeconds(10));
  private final JdbcSales sales = new JdbcSales(database.dataSource());
  private final SaleClock clock = new SaleClock(sales, till, shelves, () -> true);

  @Test
  void aSaleThatOpensCountsItsStock() {
    put(proposal(now, article(SKU, 100), article("hay-1kg", 0)));
    assertThat(events()).extracting(Event::type).containsExactly("inventory", "inventory", "sale");
    assertThat(state().remaining()).containsEntry(SKU, 100L).containsEntry("hay-1kg", 0L);
    assertThat(state().position().seq()).isEqualTo(3);
  }

  @Test
  void whatIsBoughtIsOffTheShelfAndToldToItsBuyerAlone() {
    put(proposal(now, article(SKU, 100)));
    JsonObject receipt = buy("ann", 3);
    assertThat(receipt.getInt("remaining")).isEqualTo(97);
    assertThat(receipt.getJsonNumber("amount").doubleValue()).isEqualTo(10.5);
    assertThat(receipt.getString("position")).startsWith("3-");
    Event told = events().get(2);
    assertThat(told.type()).isEqualTo("purchase");
    assertThat(told.audience().user()).isEqualTo("ann");
    assertThat(told.data()).contains(receipt.getString("purchaseId"));
    assertThat(state().remaining()).containsEntry(SKU, 97L);
    assertThat(sales.purchases("sale-1", Optional.of("ann"), "", 10))
        .extracting(purchase -> purchase.wish().quantity())
        .containsExactly(3);
    assertThat(sales.purchases("sale-1", Optional.of("bob"), "", 10)).isEmpty();
  }

  @Test
  void oneKeyBuysOnce() {
    put(proposal(now, article(SKU, 100)));
    Optional<IdempotencyKey> key = IdempotencyKey.of("ann", "k-1", "buy");
    String first = till.buy(key, wish("ann", SKU, 2));
    buy("bob", 1);
    assertThat(till.buy(key, wish("ann", SKU, 2))).isEqualTo(first);
    assertThat(state().remaining()).containsEntry(SKU, 97L);
    assertThat(till.made()).isEqualTo(2);
  }

  @Test
  void oneBuyerHasHisShareAndNoMore() {
    put(proposal(now, limited(SKU, 100, 3)));
    buy("ann", 2);
    assertRefused(ErrorCode.LIMIT_REACHED, () -> buy("ann", 2));
    buy("ann", 1);
    assertRefused(ErrorCode.LIMIT_REACHED, () -> buy("ann", 1));
    buy("bob", 3);
    assertThat(state().remaining()).containsEntry(SKU, 94L);
    assertThat(till.refused()).isEqualTo(2);
  }

  @Test
  void theLastIsSoldOnce() {
    put(proposal(now, article(SKU, 2)));
    buy("ann", 1);
    assertRefused(ErrorCode.SOLD_OUT, () -> buy("bob", 2));
    buy("bob", 1);
    assertRefused(ErrorCode.SOLD_OUT, () -> buy("carl", 1));
    assertThat(state().remaining()).containsEntry(SKU, 0L);
  }

  @Test
  void theFirstBuyerAfterTheOpeningNeedNotWaitForTheClock() {
    put(later(now, article(SKU, 5)));
    assertThat(events()).extracting(Event::type).containsExactly("sale");
    assertRefused(ErrorCode.NOT_OPEN, () -> buy("ann", 1));
    now = now.plus(Duration.ofMinutes(1));
    assertThat(buy("ann", 1).getInt("remaining")).isEqualTo(4);
    assertThat(state().sale().status()).isEqualTo(SaleStatus.OPEN);
    assertThat(events())
        .extracting(Event::type)
        .containsExactly("sale", "inventory", "sale", "purchase");
  }

  @Test
  void whoIsRefusedAfterTheOpeningOpensNothing() {
    put(later(now, article(SKU, 5)));
    now = now.plus(Duration.ofMinutes(1));
    assertRefused(ErrorCode.SOLD_OUT, () -> buy("ann", 6));
    assertThat(state().sale().status()).isEqualTo(SaleStatus.SCHEDULED);
    assertThat(events()).hasSize(1);
  }

  @Test
  void theClockOpensAndEndsWhatNobodyComesFor() {
    Instant real = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    now = real.minus(Duration.ofHours(2));
    put(later(now, article(SKU, 5)));
    now = now.plus(Duration.ofMinutes(1));
    clock.run();
    assertThat(state().sale().status()).isEqualTo(SaleStatus.OPEN);
    now = real;
    clock.run();
    assertThat(state().sale().status()).isEqualTo(SaleStatus.ENDED);
    assertThat(sales.due(10)).isEmpty();
    assertRefused(ErrorCode.ENDED, () -> buy("ann", 1));
    assertThat(events())
        .extracting(Event::type)
        .containsExactly("sale", "inventory", "sale", "sale");
  }

  @Test
  void theMomentOfTheEndCountsBeforeTheClockHasSeenIt() {
    put(proposal(now, article(SKU, 5)));
    now = now.plus(Duration.ofHours(1));
    assertRefused(ErrorCode.ENDED, () -> buy("ann", 1));
  }

  @Test
  void aClosedSaleSellsNothingMore() {
    put(proposal(now, article(SKU, 5)));
    assertThat(till.close(Optional.empty(), "sale-1", SAM)).contains("\"status\":\"ENDED\"");
    assertRefused(ErrorCode.ENDED, () -> buy("ann", 1));
    assertRefused(ErrorCode.NOT_FOUND, () -> till.close(Optional.empty(), "no-such", SAM));
  }

  @Test
  void anArticleIsInOneSaleAtATime() {
    put(proposal(now, article(SKU, 5)));
    Proposal other = proposal(now, article("hay-1kg", 1), article(SKU, 7));
    assertRefused(
        ErrorCode.INVALID_TRANSITION, () -> till.put(Optional.empty(), "sale-2", SAM, other));
    assertThat(sales.find("sale-2")).isEmpty();
    till.close(Optional.empty(), "sale-1", SAM);
    till.put(Optional.empty(), "sale-2", SAM, other);
    assertThat(sales.list(Optional.of(SaleStatus.OPEN), "", 10))
        .extracting(state -> state.sale().id())
        .containsExactly("sale-2");
    assertThat(sales.list(Optional.empty(), "", 1))
        .extracting(state -> state.sale().id())
        .containsExactly("sale-1");
  }

  @Test
  void otherTermsTakeThePlaceOfTheFirst() {
    put(later(now, article(SKU, 5)));
    String answer = put(later(now, article("hay-1kg", 1), limited(SKU, 7, 2)));
    assertThat(JsonText.parse(answer).asJsonObject().getBoolean("created")).isFalse();
    assertThat(state().sale().terms().articles())
        .containsExactly(article("hay-1kg", 1), limited(SKU, 7, 2));
    assertThat(state().remaining()).containsEntry(SKU, 7L);
  }

  @Test
  void theSameTermsAgainAreToldToNobody() {
    put(proposal(now, article(SKU, 5)));
    put(proposal(now, article(SKU, 5)));
    assertThat(events()).hasSize(2);
  }

  private String put(Proposal proposal) {
    return till.put(Optional.empty(), "sale-1", SAM, proposal);
  }

  private JsonObject buy(String buyer, int quantity) {
    Wish wish = wish(buyer, SKU, quantity);
    return JsonText.parse(till.buy(Optional.empty(), wish)).asJsonObject();
  }

  private SaleState state() {
    return sales.find("sale-1").orElseThrow();
  }

  private List<Event> events() {
    return new JdbcJournal(database.dataSource(), database.transactions(), Clock.systemUTC())
        .read(NotificationStream.NAME, 0, 1_000);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
