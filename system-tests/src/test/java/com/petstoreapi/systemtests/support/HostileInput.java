package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** Things that are sent to break a JSON service, and what must never come back from it. */
public final class HostileInput {
  private static final String DIGITS = "9".repeat(400);
  private static final int DEEP = 10_000;

  /** Traces of the inside in an answer: exceptions, packages, stack frames. */
  private static final String INSIDES =
      "(?s).*(Exception|\\tat |com\\.petstoreapi|jakarta\\.|java\\.|\\borg\\.[a-z]|CWWK|SRVE).*";

  private HostileInput() {}

  /** Texts which are no JSON object at all. */
  public static Stream<String> notObjects() {
    return Stream.of(
        "{",
        "{\"a\":1",
        "{\"a\":1}}",
        "{'a':1}",
        "null",
        "17",
        "\"text\"",
        "[[]]",
        "\u0000",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":01}",
        "[".repeat(DEEP),
        "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
  }

  /** JSON values which are no price. */
  public static Stream<String> badAmounts() {
    return Stream.of(
        "null",
        "true",
        "\"600\"",
        "[]",
        "{}",
        "-1",
        "0.001",
        "1e400",
        "-1e400",
        "1e-400",
        "NaN",
        "1e2147483648",
        DIGITS,
        "-" + DIGITS,
        "0." + DIGITS,
        "9223372036854775807",
        "92233720368547758.08");
  }

  /** JSON string contents with what ends a line or a text elsewhere. */
  public static Stream<String> withControlCharacters() {
    return Stream.of(
        "a\\r\\nid: 5", "a\\nevent: adoption", "a\\rdata: x", "a\\u0000b", "a\\u2028b", "\\ud800");
  }

  public static void assertShowsNoInsides(String text) {
    assertThat(text).as("must not show the inside").doesNotMatch(INSIDES);
  }
}
