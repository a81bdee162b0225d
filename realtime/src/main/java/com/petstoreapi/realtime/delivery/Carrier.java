package com.petstoreapi.realtime.delivery;

import java.util.Locale;

/** What brings events to a client. */
public enum Carrier {
  SSE,
  WEBSOCKET;

  /** As operators read and write it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
