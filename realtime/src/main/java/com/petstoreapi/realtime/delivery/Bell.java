package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Event;
import java.util.List;

/**
 * Tells other nodes what this one has committed. It is only a bell: what it says may come late,
 * twice or never, and each node finds it in the journal all the same.
 */
@FunctionalInterface
public interface Bell {
  /** That of a node by itself. */
  Bell NONE = (stream, events) -> {};

  /**
   * Must neither block nor fail. Called after the commit; for one stream by one thread at a time,
   * in the order of commits.
   *
   * @param events those of one commit, at least one, in order
   */
  void ring(String stream, List<Event> events);
}
