package com.petstoreapi.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.logging.About;
import com.petstoreapi.edge.logging.LogContext;
import com.petstoreapi.edge.support.LoggedLines;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  @Test
  void givesARefusalAsItIsHoweverDeepItLies() {
    Refusal refusal = Refusal.notFound("There is no such pet.");
    assertThat(Failures.refusalOf(refusal)).isSameAs(refusal);
    assertThat(Failures.refusalOf(new CompletionException(new ExecutionException(refusal))))
        .isSameAs(refusal);
  }

  @ParameterizedTest
  @MethodSource
  void tellsOfWhatMayPassThatItMay(Throwable failure) {
    Refusal refusal = Failures.refusalOf(failure);
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(refusal.members()).containsKey("retryAfterSeconds");
    assertThat(refusal.detail()).doesNotContain("secret");
  }

  static Stream<Throwable> tellsOfWhatMayPassThatItMay() {
    JournalUnavailable away = new JournalUnavailable("secret", new SQLException("secret"));
    return Stream.of(away, new CompletionException(away), new TimeoutException("secret"));
  }

  @ParameterizedTest
  @MethodSource
  void tellsNothingOfAFaultButAnIdToFindItBy(Throwable failure) {
    Refusal refusal = Failures.refusalOf(failure);
    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(refusal.detail()).matches("The failure was noted under [0-9a-f-]{36}\\.");
    assertThat(refusal.members()).isEmpty();
  }

  static Stream<Throwable> tellsNothingOfAFaultButAnIdToFindItBy() {
    return Stream.of(
        new IllegalStateException("secret", new SQLException("secret")),
        new CompletionException("secret", null),
        new CompletionException(new SQLException("secret")),
        new StackOverflowError("secret"),
        new NullPointerException());
  }

  @Test
  @SuppressWarnings("try")
  void tellsTheLogWhatTheFaultIsAbout() {
    LoggedLines log = new LoggedLines(Failures.class);
    try (LogContext.Span span = LogContext.enter(About.request("r-1"))) {
      Failures.refusalOf(new IllegalStateException());
      Failures.refusalOf(new IllegalStateException(), About.connection("c-1"));
      assertThat(log.from(Level.SEVERE))
          .satisfiesExactly(
              first -> assertThat(first).matches("failure [0-9a-f-]{36} of request r-1"),
              second -> assertThat(second).matches("failure [0-9a-f-]{36} of connection c-1"));
    } finally {
      log.close();
    }
  }

  @Test
  void givesEachFaultAnIdOfItsOwn() {
    RuntimeException fault = new IllegalStateException();
    assertThat(Failures.refusalOf(fault).detail()).isNotEqualTo(Failures.refusalOf(fault).detail());
  }
}
