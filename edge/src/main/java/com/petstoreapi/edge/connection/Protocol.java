package com.petstoreapi.edge.connection;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a connection speaks. */
public enum Protocol {
  /** An event stream over HTTP. */
  SSE,
  /** A WebSocket. */
  SOCKET;

  /** As it is written on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a query parameter; null or empty for any.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static Optional<Protocol> parse(String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values())
            .filter(transport -> transport.wire().equals(text))
            .findAny()
            .orElseThrow(() -> Refusal.invalid("Parameter transport must be sse or socket.")));
  }
}
