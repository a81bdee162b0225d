package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import java.util.List;
import java.util.Set;

/**
 * What a client asks of a stream.
 *
 * @param start where it begins
 * @param types only these types of events; empty for all
 * @param subjects only events about these; empty for all
 * @param padding length of the first comment in bytes, 0 to {@link #MAX_PADDING}
 */
public record StreamQuery(Start start, Set<String> types, Set<String> subjects, int padding) {
  public static final int MAX_PADDING = 16_384;

  private static final int MAX_TYPES = 32;

  /**
   * Reads the header and query parameters, any of which may be null.
   *
   * @param header {@code Last-Event-ID}; beats {@code lastEventId}
   * @param types a list with commas
   * @throws Refusal {@code invalid-message}; but a bad position is told in the stream itself
   */
  public static StreamQuery of(
      String header, String lastEventId, String types, String petId, String padding) {
    boolean fromHeader = header != null && !header.isEmpty();
    return new StreamQuery(
        Start.parse(fromHeader ? header : lastEventId),
        types(types),
        subjects(petId),
        padding(padding));
  }

  /** Reads a list of types with commas; null or empty for all. */
  public static Set<String> types(String list) {
    if (list == null || list.isEmpty()) {
      return Set.of();
    }
    String[] types = list.split(",", MAX_TYPES + 1);
    if (types.length > MAX_TYPES) {
      throw Refusal.invalid("Parameter types names at most " + MAX_TYPES + " types.");
    }
    for (String type : types) {
      if (!Names.isEventType(type)) {
        throw Refusal.invalid("Parameter types holds something that is no type of event.");
      }
    }
    return Set.copyOf(List.of(types));
  }

  private static Set<String> subjects(String petId) {
    if (petId == null || petId.isEmpty()) {
      return Set.of();
    }
    if (!Names.isId(petId)) {
      throw Refusal.invalid("Parameter petId is no id.");
    }
    return Set.of(petId);
  }

  private static int padding(String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PADDING) {
      return Integer.parseInt(text);
    }
    throw Refusal.invalid("Parameter padding must be from 0 to " + MAX_PADDING + ".");
  }
}
