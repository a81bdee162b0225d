package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Event;
import java.util.Set;

/**
 * What of a stream one client gets.
 *
 * @param user whose private events are let through, beside those for everyone
 * @param types only events of these types; empty for all
 * @param subjects only events about these; empty for all
 */
public record Filter(String user, Set<String> types, Set<String> subjects) {
  public Filter {
    types = Set.copyOf(types);
    subjects = Set.copyOf(subjects);
  }

  /** All that this user may see. */
  public static Filter of(String user) {
    return new Filter(user, Set.of(), Set.of());
  }

  boolean admits(Event event) {
    return event.audience().admits(user)
        && (types.isEmpty() || types.contains(event.type()))
        && (subjects.isEmpty() || subjects.contains(event.subject()));
  }
}
