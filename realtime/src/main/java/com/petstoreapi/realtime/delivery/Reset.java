package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Position;

/**
 * Tells a client that what it asked for cannot be replayed: the stream goes on live after {@code
 * head}, and it should load a fresh state.
 *
 * @param oldest the position of the oldest event that is kept
 * @param head where the stream goes on
 */
public record Reset(Reason reason, Position oldest, Position head) {
  /** Why it cannot be replayed. */
  public enum Reason {
    /** Some of it is no longer kept. */
    EXPIRED("expired"),
    /** The position is of another life of the journal. */
    UNKNOWN_EPOCH("unknown-epoch"),
    /** The position lies after the newest event. */
    AHEAD("ahead"),
    /** It is no position. */
    MALFORMED("malformed");

    private final String wire;

    Reason(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }
}
