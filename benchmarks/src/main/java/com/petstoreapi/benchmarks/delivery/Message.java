package com.petstoreapi.benchmarks.delivery;

/** What is published: JSON with a title that tells its number, and filling. */
final class Message {
  /** Of which most real ones are. */
  static final int USUAL_BYTES = 150;

  /** What stands before the number. */
  static final String MARKER = "#no";

  private static final int FRAME = "{\"title\":\"#no1234 \",\"body\":\"\"}".length();

  private Message() {}

  static String json(int number, int bytes) {
    return "{\"title\":\"%s%d \",\"body\":\"%s\"}".formatted(MARKER, number, filling(bytes));
  }

  static String filling(int bytes) {
    return "x".repeat(Math.max(0, bytes - FRAME));
  }
}
