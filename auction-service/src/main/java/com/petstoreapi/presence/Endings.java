package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Visits that end by themselves, the next first. Times are those of {@link System#nanoTime()}. */
final class Endings {
  private final Map<Visit, Long> ends = new LinkedHashMap<>();

  /**
   * Has a visit end then, and not when it was to end before.
   *
   * @param end not before that of any other
   * @return whether it is a new one
   */
  boolean put(Visit visit, long end) {
    boolean isNew = ends.remove(visit) == null; // out, and in again behind the others
    ends.put(visit, end);
    return isNew;
  }

  /** It does not end here any more; whether it was to. */
  boolean remove(Visit visit) {
    return ends.remove(visit) != null;
  }

  /** Has all end then at the latest. */
  void hasten(long latest) {
    ends.replaceAll((visit, end) -> end - latest > 0 ? latest : end);
  }

  /** Those whose end has come; the next call has them no more. */
  List<Visit> takeEnded(long now) {
    List<Visit> ended = new ArrayList<>();
    Iterator<Map.Entry<Visit, Long>> inOrder = ends.entrySet().iterator();
    while (inOrder.hasNext()) {
      Map.Entry<Visit, Long> next = inOrder.next();
      if (next.getValue() - now > 0) {
        break;
      }
      ended.add(next.getKey());
      inOrder.remove();
    }
    return ended;
  }

  Set<Visit> visits() {
    return ends.keySet();
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  int size() {
    return ends.size();
  }
}
