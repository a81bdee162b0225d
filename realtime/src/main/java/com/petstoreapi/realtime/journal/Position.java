package com.petstoreapi.realtime.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on a stream: after the event with this number. On the wire {@code 124-k3f9}.
 *
 * <p>The epoch tells one life of a stream's journal from another. Were a journal lost and begun
 * anew, its event 124 would be another event, and a client that comes back with the old 124 must be
 * told so rather than be given a wrong continuation.
 *
 * @param seq 0 (before the first event) or the number of an event, counted from 1 without gaps
 * @param epoch the journal's epoch; empty where a client gave a bare number ("of this epoch")
 */
public record Position(long seq, String epoch) {
  private static final Pattern WIRE = Pattern.compile("(\\d{1,18})(?:-([a-z0-9]{1,16}))?");

  public Position {
    if (seq < 0) {
      throw new IllegalArgumentException("seq must not be negative: " + seq);
    }
  }

  /** Reads {@code 124-k3f9} or {@code 124}; empty for anything else. */
  public static Optional<Position> parse(String text) {
    Matcher matcher = WIRE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String epoch = matcher.group(2) == null ? "" : matcher.group(2);
    return Optional.of(new Position(Long.parseLong(matcher.group(1)), epoch));
  }

  @Override
  public String toString() {
    return epoch.isEmpty() ? Long.toString(seq) : seq + "-" + epoch;
  }
}
