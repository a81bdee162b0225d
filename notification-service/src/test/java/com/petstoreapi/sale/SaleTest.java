package com.petstoreapi.sale;

import static com.petstoreapi.sale.support.SalesFloor.ADMIN;
import static com.petstoreapi.sale.support.SalesFloor.SAM;
import static com.petstoreapi.sale.support.SalesFloor.SKU;
import static com.petstoreapi.sale.support.SalesFloor.article;
import static com.petstoreapi.sale.support.SalesFloor.later;
import static com.petstoreapi.sale.support.SalesFloor.open;
import static com.petstoreapi.sale.support.SalesFloor.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SaleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Sale sale = open(NOW, article(SKU, 100));
  private final Sale scheduled = Sale.propose("sale-1", SAM, later(NOW, article(SKU, 100)), NOW);

  @Test
  void opensAtOnceUnlessItIsForLater() {
    assertThat(sale.status()).isEqualTo(SaleStatus.OPEN);
    assertThat(sale.terms().opensAt()).isEqualTo(NOW);
    assertThat(scheduled.status()).isEqualTo(SaleStatus.SCHEDULED);
  }

  @Test
  void opensAndEndsToTheMillisecond() {
    Instant opening = scheduled.terms().opensAt();
    assertThat(scheduled.at(opening.minusMillis(1))).isEqualTo(scheduled);
    assertThat(scheduled.at(opening).status()).isEqualTo(SaleStatus.OPEN);
    assertThat(sale.at(NOW.plus(HOUR).minusMillis(1))).isEqualTo(sale);
    assertThat(sale.at(NOW.plus(HOUR)).status()).isEqualTo(SaleStatus.ENDED);
    assertThat(scheduled.at(NOW.plus(HOUR)).status()).isEqualTo(SaleStatus.ENDED);
  }

  @Test
  void knowsWhatTheClockWaitsFor() {
    assertThat(scheduled.nextMoment()).contains(scheduled.terms().opensAt());
    assertThat(sale.nextMoment()).contains(sale.terms().endsAt());
    assertThat(sale.close(SAM).nextMoment()).isEmpty();
  }

  @Test
  void beforeItOpensEverythingCanBeChanged() {
    Sale changed = scheduled.change(SAM, later(NOW, article("hay-1kg", 7)), NOW);
    assertThat(changed.terms().articles()).containsExactly(article("hay-1kg", 7));
    assertThat(scheduled.change(SAM, proposal(NOW, article(SKU, 1)), NOW).status())
        .isEqualTo(SaleStatus.OPEN);
  }

  @Test
  void onceOpenItCanBeGivenAnotherEndAndNothingElse() {
    Proposal longer =
        new Proposal(
            "Sale", List.of(article(SKU, 100)), Optional.empty(), NOW.plus(HOUR).plus(HOUR));
    assertThat(sale.change(SAM, longer, NOW).terms().endsAt()).isEqualTo(longer.endsAt());
    assertThat(sale.change(SAM, proposal(NOW, article(SKU, 100)), NOW)).isEqualTo(sale);
    refused(
        ErrorCode.INVALID_TRANSITION,
        () -> sale.change(SAM, proposal(NOW, article(SKU, 101)), NOW));
    refused(
        ErrorCode.INVALID_TRANSITION, () -> sale.change(SAM, later(NOW, article(SKU, 100)), NOW));
  }

  @Test
  void whatHasEndedStaysSo() {
    Sale ended = sale.close(SAM);
    assertThat(ended.at(NOW)).isEqualTo(ended);
    assertThat(ended.close(SAM)).isEqualTo(ended);
    refused(
        ErrorCode.INVALID_TRANSITION,
        () -> ended.change(SAM, proposal(NOW, article(SKU, 100)), NOW));
  }

  @Test
  void isItsSellersOwnAndTheAdmins() {
    Seller other = new Seller("sally", false);
    refused(ErrorCode.FORBIDDEN, () -> sale.close(other));
    refused(ErrorCode.FORBIDDEN, () -> sale.change(other, proposal(NOW, article(SKU, 100)), NOW));
    assertThat(sale.close(ADMIN).status()).isEqualTo(SaleStatus.ENDED);
    assertThat(sale.close(ADMIN).sellerId()).isEqualTo("sam");
  }

  @Test
  void sellsWhileItIsOpenAndOnlyWhatItHas() {
    assertThat(sale.offer(SKU)).isEqualTo(article(SKU, 100));
    refused(ErrorCode.NOT_FOUND, () -> sale.offer("hay-1kg"));
    refused(ErrorCode.NOT_OPEN, () -> scheduled.offer(SKU));
    refused(ErrorCode.ENDED, () -> sale.close(SAM).offer(SKU));
  }

  @Test
  void hasEachArticleOnceAndAnEndInTheFuture() {
    refused(ErrorCode.INVALID_MESSAGE, () -> open(NOW, article(SKU, 1), article(SKU, 2)));
    refused(
        ErrorCode.INVALID_MESSAGE,
        () -> Sale.propose("s", SAM, proposal(NOW, article(SKU, 1)), NOW.plus(HOUR)));
    refused(ErrorCode.INVALID_MESSAGE, () -> ending(NOW));
    refused(ErrorCode.INVALID_MESSAGE, () -> ending(NOW.plus(SaleTerms.LONGEST).plusMillis(1)));
    assertThat(ending(NOW.plus(SaleTerms.LONGEST)).status()).isEqualTo(SaleStatus.OPEN);
  }

  private static Sale ending(Instant end) {
    Proposal proposal = new Proposal("Sale", List.of(article(SKU, 1)), Optional.of(NOW), end);
    return Sale.propose("sale-1", SAM, proposal, NOW);
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
