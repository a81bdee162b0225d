package com.petstoreapi.systemtests.hardening;

import java.nio.charset.StandardCharsets;

/**
 * One thing that is sent: a frame with its head, or an HTTP request.
 *
 * @param sound whether its length is what it says, so that something may follow on the same
 *     connection and an answer is due
 */
record Input(byte[] bytes, boolean sound) {
  private static final int MOST_SHOWN = 4_000;

  /** As a Java literal, to be read with {@code getBytes(ISO_8859_1)}: paste it into a test. */
  String literal() {
    StringBuilder literal = new StringBuilder("\"");
    for (char next : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
      literal.append(escaped(next));
    }
    int most = Math.min(literal.length(), MOST_SHOWN);
    String rest = most < literal.length() ? "\" + … " + bytes.length + " bytes in all" : "\"";
    return literal.substring(0, most) + rest;
  }

  boolean startsWith(String start) {
    byte[] expected = start.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= expected.length
        && new String(bytes, 0, expected.length, StandardCharsets.ISO_8859_1).equals(start);
  }

  private static String escaped(char next) {
    return switch (next) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> next >= 0x20 && next < 0x7f ? "" + next : "\\u%04x".formatted((int) next);
    };
  }
}
