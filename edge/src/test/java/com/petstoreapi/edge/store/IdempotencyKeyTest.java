package com.petstoreapi.edge.store;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @Test
  void isNoneWhereTheClientSentNone() {
    assertThat(IdempotencyKey.of("ann", null, "bid")).isEmpty();
  }

  @Test
  void isTheSameForTheSameRequest() {
    assertThat(IdempotencyKey.of("ann", "k-1", "bid 600"))
        .isEqualTo(IdempotencyKey.of("ann", "k-1", "bid 600"));
  }

  @Test
  void hasAnotherFingerprintForAnotherRequest() {
    assertThat(IdempotencyKey.of("ann", "k-1", "bid 600").orElseThrow().fingerprint())
        .hasSize(64)
        .isNotEqualTo(IdempotencyKey.of("ann", "k-1", "bid 601").orElseThrow().fingerprint());
  }

  @Test
  void hasUpTo64Characters() {
    assertThat(IdempotencyKey.of("ann", "k".repeat(64), "bid")).isPresent();
    assertInvalid(() -> IdempotencyKey.of("ann", "k".repeat(65), "bid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "\u0000"})
  void isRefusedUnlessItIsPrintableAscii(String key) {
    assertInvalid(() -> IdempotencyKey.of("ann", key, "bid"));
  }
}
