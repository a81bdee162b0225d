package com.petstoreapi.systemtests.support;

import jakarta.json.JsonObject;

/** A place on a stream, {@code <seq>-<epoch>} on the wire. */
public record Position(long seq, String epoch) implements Comparable<Position> {

  public static Position parse(String text) {
    int dash = text.indexOf('-');
    return new Position(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1));
  }

  /** The member {@code position} of a message or an answer. */
  public static Position of(JsonObject message) {
    return parse(message.getString("position"));
  }

  @Override
  public int compareTo(Position other) {
    return Long.compare(seq, other.seq);
  }

  @Override
  public String toString() {
    return seq + "-" + epoch;
  }
}
