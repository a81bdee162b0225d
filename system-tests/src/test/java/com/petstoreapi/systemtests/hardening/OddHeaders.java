package com.petstoreapi.systemtests.hardening;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Header lines beside those that every request bears. */
final class OddHeaders {
  private static final String UPGRADE =
      "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

  private static final List<String> NAMES =
      List.of(
          "Authorization",
          "Cookie",
          "Origin",
          "Last-Event-ID",
          "Idempotency-Key",
          "Content-Type",
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Host",
          "Expect",
          "Range",
          "If-None-Match",
          "X-HTTP-Method-Override",
          "X-Forwarded-For",
          "Forwarded",
          "Upgrade",
          "Sec-WebSocket-Protocol",
          "Sec-WebSocket-Extensions",
          "Sec-WebSocket-Key",
          "TE",
          "X-Odd");

  private static final List<String> VALUES =
      List.of(
          "",
          "a",
          "*/*",
          "application/json",
          "application/json;charset=UTF-16",
          "text/event-stream",
          "application/xml",
          "multipart/form-data",
          "a/b;q=nan",
          "a/b;q=9",
          "/",
          ";;;",
          "null",
          "http://evil",
          "https://[::1",
          "petstore.v1",
          "petstore.v1, bearer.x",
          "bearer.",
          "Bearer",
          "Bearer ..",
          "Basic Og==",
          "petstore_token=x",
          "petstore_token=\"",
          "a=b; a=b; =;;",
          "17",
          "17-zzzz",
          "-1",
          "99999999999999999999",
          "bytes=0-",
          "100-continue",
          "h2c",
          "websocket",
          "evil:99999",
          "x".repeat(65),
          "x".repeat(4_000),
          "\u00e9",
          "\t",
          "\0",
          "a\u0001b",
          "a\rb",
          "a\nb");

  private static final List<String> FLOODS =
      List.of(
          "X-Huge: " + "x".repeat(20_000) + "\r\n",
          "X-Many: 1\r\n".repeat(150),
          "Cookie: a=b\r\n".repeat(90),
          ": no name\r\n",
          "no colon\r\n",
          " starts with a space: 1\r\n",
          "X-Bare: 1\n",
          "X Odd: 1\r\n");

  private final List<String> tokens;

  OddHeaders(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Some lines, each with its line end. */
  Arbitrary<String> lines() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just("Content-Type: application/json\r\n")),
        Tuple.of(8, some()),
        Tuple.of(1, Arbitraries.of(FLOODS)),
        Tuple.of(1, some().map(lines -> UPGRADE + lines)),
        Tuple.of(1, protocols().map(line -> UPGRADE + line)));
  }

  private static Arbitrary<String> some() {
    return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
        .as((name, value) -> name + ": " + value + "\r\n")
        .list()
        .ofMaxSize(4)
        .map(lines -> String.join("", lines) + "Content-Type: application/json\r\n");
  }

  private Arbitrary<String> protocols() {
    return Arbitraries.of(tokens)
        .map(token -> "Sec-WebSocket-Protocol: petstore.v1, bearer." + token + "\r\n");
  }
}
