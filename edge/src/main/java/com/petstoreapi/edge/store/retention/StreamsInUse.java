package com.petstoreapi.edge.store.retention;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which streams are not to lose events yet, whatever their age. */
@FunctionalInterface
public interface StreamsInUse {
  /** For a service whose streams never end. */
  StreamsInUse NONE = streams -> Set.of();

  /** Those among these streams. May block on the database. */
  Set<String> among(List<String> streams);

  /** Those that any of them knows. */
  static StreamsInUse anyOf(StreamsInUse... some) {
    return streams -> {
      Set<String> found = new HashSet<>();
      for (StreamsInUse one : some) {
        found.addAll(one.among(streams));
      }
      return found;
    };
  }
}
