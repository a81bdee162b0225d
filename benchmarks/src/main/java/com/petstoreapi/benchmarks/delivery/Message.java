package com.petstoreapi.benchmarks.delivery;

/** What is published: about 150 bytes of JSON, with a title that tells its number. */
final class Message {
  private static final String FILLING = "x".repeat(100);

  private Message() {}

  static String json(int number) {
    return "{\"title\":\"#no%d \",\"body\":\"%s\"}".formatted(number, FILLING);
  }
}
