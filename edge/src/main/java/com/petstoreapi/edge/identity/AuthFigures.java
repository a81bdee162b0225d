package com.petstoreapi.edge.identity;

import com.petstoreapi.realtime.figures.Tally;

/** Counts requests and handshakes that were not let in. Safe for use by many threads. */
public final class AuthFigures {
  private final Tally<AuthRefusal> refused = new Tally<>(AuthRefusal.class);

  public Tally<AuthRefusal> refused() {
    return refused;
  }
}
