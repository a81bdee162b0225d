package com.petstoreapi.edge.connection;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Ids of connections: numbers that grow, on the wire to the base of 36. They begin with the time,
 * so that an id from before a restart is nobody's after it.
 */
public final class ConnectionId {
  private static final Pattern TEXT = Pattern.compile("[0-9a-z]{1,12}");
  private static final int BASE = 36;
  private static final long PER_MILLI = 1_000;

  private ConnectionId() {}

  /** The first of a node that starts at that time, in milliseconds since 1970. */
  static long first(long millis) {
    return millis * PER_MILLI;
  }

  static String write(long number) {
    return Long.toString(number, BASE);
  }

  /** Empty for what is no id. */
  static OptionalLong read(String text) {
    return TEXT.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text, BASE))
        : OptionalLong.empty();
  }

  /**
   * Reads a cursor: the id of the last connection of the page before, or empty.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static long cursor(String text) {
    return text.isEmpty()
        ? 0
        : read(text)
            .orElseThrow(() -> Refusal.invalid("Parameter cursor is none that was given out."));
  }
}
