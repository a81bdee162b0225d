package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of this node, and those who have left it so recently that they may come back. */
final class Guests {
  private final long graceNanos;
  private final Map<Visit, Integer> stays = new HashMap<>();
  private final Endings leaving = new Endings();

  Guests(long graceNanos) {
    this.graceNanos = graceNanos;
  }

  /** Begins a stay; true unless he was here already. */
  boolean enter(Visit visit) {
    boolean first = stays.merge(visit, 1, Integer::sum) == 1;
    return !leaving.remove(visit) && first;
  }

  /** Ends a stay. */
  void leave(Visit visit, long now) {
    if (stays.computeIfPresent(visit, (key, count) -> count == 1 ? null : count - 1) == null) {
      leaving.put(visit, now + graceNanos);
    }
  }

  /** Those whose time to come back is over. */
  List<Visit> takeGone(long now) {
    return leaving.takeEnded(now);
  }

  /** All who count as here. */
  List<Visit> all() {
    List<Visit> all = new ArrayList<>(stays.keySet());
    all.addAll(leaving.visits());
    return all;
  }

  int count() {
    return stays.size() + leaving.size();
  }
}
