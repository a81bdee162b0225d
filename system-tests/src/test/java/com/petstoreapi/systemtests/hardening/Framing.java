package com.petstoreapi.systemtests.hardening;

import java.util.Locale;

/** How a request says where its body ends (RFC 9112, section 6), rightly or to confuse. */
enum Framing {
  EXACT,
  CHUNKED,
  NO_LENGTH,
  LENGTH_AND_CHUNKED,
  TWO_LENGTHS,
  LENGTH_LIST,
  NEGATIVE,
  TOO_LONG,
  TOO_SHORT,
  OVERFLOW,
  PLUS_SIGN,
  UNKNOWN_CODING,
  CHUNKED_TWICE,
  SPACE_BEFORE_COLON,
  FOLDED,
  BAD_CHUNK_SIZE,
  HUGE_CHUNK,
  LONG_CHUNK_EXTENSION,
  UNFINISHED_CHUNKS;

  /** Whether both sides must agree on where the request ends. */
  boolean sound() {
    return this == EXACT || this == CHUNKED;
  }

  /** The header lines that tell it, each with its line end, and the body after the empty line. */
  String linesAndBody(String body, int bytes) {
    String chunk = "%x\r\n%s\r\n".formatted(bytes, body);
    String chunks = bytes == 0 ? "0\r\n\r\n" : chunk + "0\r\n\r\n";
    return switch (this) {
      case EXACT -> length(bytes) + "\r\n" + body;
      case CHUNKED -> coding("chunked") + "\r\n" + chunks;
      case NO_LENGTH -> "\r\n" + body;
      case LENGTH_AND_CHUNKED -> length(bytes) + coding("chunked") + "\r\n" + chunks;
      case TWO_LENGTHS -> length(bytes) + length(bytes + 7) + "\r\n" + body;
      case LENGTH_LIST -> "Content-Length: " + bytes + ", " + bytes + "\r\n\r\n" + body;
      case NEGATIVE -> length(-bytes - 1) + "\r\n" + body;
      case TOO_LONG -> length(bytes + 100) + "\r\n" + body;
      case TOO_SHORT -> length(bytes / 2) + "\r\n" + body;
      case OVERFLOW -> "Content-Length: 18446744073709551616\r\n\r\n" + body;
      case PLUS_SIGN -> "Content-Length: +" + bytes + "\r\n\r\n" + body;
      case UNKNOWN_CODING -> coding("gzip, odd") + "\r\n" + body;
      case CHUNKED_TWICE -> coding("chunked") + coding("chunked") + "\r\n" + chunks;
      case SPACE_BEFORE_COLON -> "Transfer-Encoding : chunked\r\n" + length(bytes) + "\r\n" + body;
      case FOLDED -> "X-Folded: a\r\n Content-Length: 0\r\n" + length(bytes) + "\r\n" + body;
      case BAD_CHUNK_SIZE -> coding("chunked") + "\r\n-1\r\n" + body + "\r\n0\r\n\r\n";
      case HUGE_CHUNK -> coding("chunked") + "\r\nffffffffffffffff\r\n" + body;
      case LONG_CHUNK_EXTENSION ->
          coding("chunked") + "\r\n%x;%s\r\n".formatted(bytes, "e".repeat(9_000)) + body;
      case UNFINISHED_CHUNKS -> coding("chunked").toUpperCase(Locale.ROOT) + "\r\n" + chunk;
    };
  }

  private static String length(int bytes) {
    return "Content-Length: " + bytes + "\r\n";
  }

  private static String coding(String name) {
    return "Transfer-Encoding: " + name + "\r\n";
  }
}
