package com.petstoreapi.realtime.delivery;

/** What brings events to a client. */
public enum Carrier {
  SSE,
  WEBSOCKET
}
