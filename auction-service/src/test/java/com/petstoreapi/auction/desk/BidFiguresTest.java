package com.petstoreapi.auction.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class BidFiguresTest {
  private final BidFigures figures = new BidFigures();

  @Test
  void aBidIsCountedWhenItIsDecidedAndNotBefore() {
    CompletableFuture<String> bid = new CompletableFuture<>();
    figures.count(() -> bid);
    assertThat(figures.accepted()).isZero();
    bid.complete("receipt");
    assertThat(figures.accepted()).isEqualTo(1);
  }

  @Test
  void aRefusalIsCountedUnderItsCode() {
    fail(new Refusal(ErrorCode.TOO_LOW, "more"));
    fail(new CompletionException(new Refusal(ErrorCode.ENDED, "over")));
    assertThat(figures.refused().of(ErrorCode.TOO_LOW)).isEqualTo(1);
    assertThat(figures.refused().of(ErrorCode.ENDED)).isEqualTo(1);
    assertThat(figures.accepted()).isZero();
  }

  @Test
  void aDatabaseThatIsAwayIsToldFromAFault() {
    fail(new JournalUnavailable("away", null));
    fail(new IllegalStateException("broken"));
    assertThat(figures.refused().of(ErrorCode.UNAVAILABLE)).isEqualTo(1);
    assertThat(figures.refused().of(ErrorCode.INTERNAL)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedAtOnceIsCountedToo() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                figures.count(
                    () -> {
                      throw Refusal.notFound("no auction");
                    }));
    assertThat(figures.refused().of(ErrorCode.NOT_FOUND)).isEqualTo(1);
  }

  private void fail(Throwable cause) {
    figures.count(() -> CompletableFuture.failedFuture(cause));
  }
}
