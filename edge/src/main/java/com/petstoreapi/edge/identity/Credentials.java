package com.petstoreapi.edge.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the token in a request: in the header, else among the WebSocket subprotocols. */
final class Credentials {
  private static final String SCHEME = "Bearer ";
  private static final String SUBPROTOCOL_PREFIX = "bearer.";

  private Credentials() {}

  static Optional<String> tokenOf(HttpServletRequest request) {
    return fromHeader(request).or(() -> fromSubprotocol(request));
  }

  private static Optional<String> fromHeader(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).trim());
  }

  /** Browsers cannot set a header on a WebSocket, but they can offer subprotocols. */
  private static Optional<String> fromSubprotocol(HttpServletRequest request) {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      return Optional.empty();
    }
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(Credentials::items)
        .filter(item -> item.startsWith(SUBPROTOCOL_PREFIX))
        .map(item -> item.substring(SUBPROTOCOL_PREFIX.length()))
        .findFirst();
  }

  private static Stream<String> items(String header) {
    return Arrays.stream(header.split(",")).map(String::trim);
  }
}
