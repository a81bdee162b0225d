package com.petstoreapi.realtime.journal;

/**
 * How far a stream's journal reaches.
 *
 * @param epoch the journal's epoch
 * @param oldest the number of the oldest event that is kept; {@code seq + 1} when none is
 * @param seq the number of the newest event; 0 before the first
 */
public record Head(String epoch, long oldest, long seq) {
  public Position position() {
    return new Position(seq, epoch);
  }
}
