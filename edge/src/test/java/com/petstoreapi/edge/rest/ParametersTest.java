package com.petstoreapi.edge.rest;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static com.petstoreapi.edge.support.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private enum Color {
    RED,
    BLUE
  }

  @ParameterizedTest
  @NullAndEmptySource
  void takesTheDefaultWhereNothingIsGiven(String text) {
    assertThat(Parameters.limit(text, 50, 200)).isEqualTo(50);
    assertThat(Parameters.number("wait", text, 0, 0, 30)).isZero();
    assertThat(Parameters.cursor(text)).isEmpty();
    assertThat(Parameters.oneOf("color", text, Color.class)).isEmpty();
  }

  @Test
  void takesBothEndsOfTheRange() {
    assertThat(Parameters.limit("1", 50, 200)).isEqualTo(1);
    assertThat(Parameters.limit("200", 50, 200)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "201", "-1", "+1", " 1", "1.0", "1e2", "x", "9999999999", "4294967297", "١"})
  void refusesALimitOutsideOfItsRange(String text) {
    assertInvalid(() -> Parameters.limit(text, 50, 200));
  }

  @Test
  void namesTheParameterAndItsRange() {
    assertThat(refusalOf(() -> Parameters.number("wait", "31", 0, 0, 30)).detail())
        .isEqualTo("Parameter wait must be a whole number from 0 to 30.");
  }

  @Test
  void takesACursorOfPrintableAscii() {
    assertThat(Parameters.cursor("019b4132")).isEqualTo("019b4132");
    assertThat(Parameters.cursor("c".repeat(128))).hasSize(128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\u0000", "ä", "\r\n"})
  void refusesACursorThatWasNeverGivenOut(String text) {
    assertInvalid(() -> Parameters.cursor(text));
    assertInvalid(() -> Parameters.cursor("c".repeat(129)));
  }

  @Test
  void takesAConstantByItsExactName() {
    assertThat(Parameters.oneOf("color", "RED", Color.class)).contains(Color.RED);
    assertThat(refusalOf(() -> Parameters.oneOf("color", "red", Color.class)).detail())
        .isEqualTo("Parameter color must be one of [RED, BLUE].");
  }
}
