package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  @ParameterizedTest
  @NullAndEmptySource
  void isLiveWhereNothingIsAskedFor(String text) {
    assertThat(Start.parse(text)).isEqualTo(new Start.Live());
  }

  @Test
  void isAfterAPosition() {
    assertThat(Start.parse("7-k3f9")).isEqualTo(new Start.After(new Position(7, "k3f9")));
  }

  @Test
  void resumesAfterAPositionAlone() {
    assertThat(Start.parse("7-k3f9").resumes()).isTrue();
    assertThat(Start.parse("").resumes()).isFalse();
    assertThat(Start.parse("earliest").resumes()).isFalse();
    assertThat(Start.parse("undefined").resumes()).isFalse();
  }

  @Test
  void isWithTheOldestOnRequest() {
    assertThat(Start.parse("earliest")).isEqualTo(new Start.Earliest());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "EARLIEST", "7 ", "-7", "undefined", "7-k3f9\n"})
  void isMalformedElse(String text) {
    assertThat(Start.parse(text)).isEqualTo(new Start.Malformed());
  }
}
