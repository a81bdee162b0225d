package com.petstoreapi.sale;

import static com.petstoreapi.sale.support.SalesFloor.SKU;
import static com.petstoreapi.sale.support.SalesFloor.article;
import static com.petstoreapi.sale.support.SalesFloor.limited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.catalog.Stock;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Money DEAREST = new Money(Article.MOST_MINOR, "USD");

  @Test
  void costsItsPriceTimesTheQuantity() {
    assertThat(article(SKU, 100).sell(3, 0, 100)).isEqualTo(new Money(1_050, "USD"));
    assertThat(new Article(SKU, 1_000, DEAREST, Optional.empty()).sell(1_000, 0, 1_000).minor())
        .isEqualTo(Money.MAX_MINOR);
  }

  @Test
  void isSoldToTheLastAndNotBeyond() {
    assertThat(article(SKU, 5).sell(5, 0, 5).minor()).isEqualTo(1_750);
    assertRefused(() -> article(SKU, 5).sell(1, 0, 0), ErrorCode.SOLD_OUT, Map.of("remaining", 0L));
    assertRefused(() -> article(SKU, 5).sell(3, 0, 2), ErrorCode.SOLD_OUT, Map.of("remaining", 2L));
  }

  @Test
  void isSoldToOneBuyerUpToHisShare() {
    assertThat(limited(SKU, 100, 3).sell(2, 1, 100).minor()).isEqualTo(700);
    assertRefused(
        () -> limited(SKU, 100, 3).sell(2, 2, 100),
        ErrorCode.LIMIT_REACHED,
        Map.of("perBuyer", 3, "bought", 2L));
  }

  @Test
  void hasItsBounds() {
    assertInvalid(() -> article(SKU, -1));
    assertInvalid(() -> article(SKU, Stock.MOST + 1));
    assertInvalid(() -> limited(SKU, 1, 0));
    assertInvalid(() -> limited(SKU, 1, Article.MOST_AT_ONCE + 1));
    assertInvalid(() -> new Article(SKU, 1, DEAREST.plus(1), Optional.empty()));
  }

  private static void assertInvalid(ThrowingCallable call) {
    assertRefused(call, ErrorCode.INVALID_MESSAGE, Map.of());
  }

  private static void assertRefused(
      ThrowingCallable call, ErrorCode code, Map<String, Object> members) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.members()).isEqualTo(members);
            });
  }
}
