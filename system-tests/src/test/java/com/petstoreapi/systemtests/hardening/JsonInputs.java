package com.petstoreapi.systemtests.hardening;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** JSON as nobody should write it, near enough to what is wanted to get past the first check. */
final class JsonInputs {
  private static final int PLACES = 1_000;
  private static final String DIGITS = "9".repeat(400);

  private static final List<String> LITERALS =
      List.of(
          "null", "true", "false", "[]", "{}", "\"\"", "[[[[]]]]", "{\"a\":{\"a\":{}}}", "{", "]");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "600",
          "0.01",
          "0.001",
          "1e2",
          "1e400",
          "-1e400",
          "1e-400",
          "1e2147483647",
          "1e2147483648",
          "1e-2147483648",
          "0x10",
          "01",
          ".5",
          "NaN",
          "Infinity",
          "9223372036854775807",
          "9223372036854775808",
          "92233720368547758.08",
          "-2147483649",
          DIGITS,
          "0." + DIGITS);

  private static final List<String> TEXTS =
      List.of(
          "\"a\\r\\nid: 5\\r\\n\\r\\n\"",
          "\"a\nb\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u2028\"",
          "\"\u20ac\ud83d\ude00\"",
          "\"\\x\"",
          "\"\\u12\"",
          "\"' or '1'='1\"",
          "\"<script>\"",
          "\"${7*7}\"",
          "\"../../etc\"",
          "\"%s%n\"",
          "\"" + "x".repeat(65) + "\"",
          "\"" + "x".repeat(5_000) + "\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"9999-12-31T23:59:59+18:00\"",
          "\"AVAILABLE\"",
          "\"usd\"",
          "\"1-\"",
          "\"99999999999999999999-zzzz\"");

  private JsonInputs() {}

  /** One of these shapes, mostly spoilt in one way. */
  static Arbitrary<String> of(List<JsonShape> shapes) {
    return Combinators.combine(
            Arbitraries.of(shapes),
            Arbitraries.of(Damage.class),
            odd(),
            Arbitraries.integers().between(0, PLACES))
        .as((shape, damage, odd, where) -> damage.of(shape, odd, where));
  }

  private static Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        Arbitraries.of(LITERALS),
        Arbitraries.of(NUMBERS),
        Arbitraries.of(TEXTS),
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(12),
        Arbitraries.strings().ascii().ofMaxLength(12).map(text -> "\"" + text + "\""),
        Arbitraries.bigDecimals().ofScale(4).map(Object::toString));
  }
}
