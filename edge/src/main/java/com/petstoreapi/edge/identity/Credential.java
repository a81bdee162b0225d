package com.petstoreapi.edge.identity;

import java.util.Objects;

/**
 * What a request shows to say who sends it.
 *
 * @param text a token in its compact form, or a ticket; never to be logged
 */
record Credential(Source source, String text) {
  /** How it is shown, which decides what it is good for. */
  enum Source {
    /** {@code Authorization: Bearer …}. */
    HEADER,
    /** An item of {@code Sec-WebSocket-Protocol}: browsers set no other header on a WebSocket. */
    SUBPROTOCOL,
    /** Sent by browsers unasked, so that only pages of allowed origins may act by it. */
    COOKIE,
    /** In the query, which proxies log: hence no token, but something that opens one stream. */
    TICKET
  }

  Credential {
    Objects.requireNonNull(source);
    Objects.requireNonNull(text);
  }

  @Override
  public String toString() {
    return "Credential[" + source + "]";
  }
}
