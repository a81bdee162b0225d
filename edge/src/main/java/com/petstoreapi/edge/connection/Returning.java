package com.petstoreapi.edge.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who had a connection until a short while ago, and may have it again even though no newcomers are
 * let in: he takes a place that he has just left, so there are never more than there were. Bounded;
 * who left first is forgotten first. Guarded by its user's lock.
 */
final class Returning {
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Map<String, Place> left = new LinkedHashMap<>();
  private final Clock clock;

  private record Place(int count, Instant until) {}

  Returning(Clock clock) {
    this.clock = clock;
  }

  /** A connection of that user is over. */
  void left(String user) {
    Instant now = clock.instant();
    forget(now);
    Place before = left.remove(user); // so that it comes last again
    int count = before == null ? 1 : before.count() + 1;
    left.put(user, new Place(count, now.plus(KEPT)));
  }

  /** Whether that user has a place to come back to; it is taken by this. */
  boolean take(String user) {
    forget(clock.instant());
    Place place = left.get(user);
    if (place == null) {
      return false;
    }
    if (place.count() == 1) {
      left.remove(user);
    } else {
      left.replace(user, new Place(place.count() - 1, place.until()));
    }
    return true;
  }

  private void forget(Instant now) {
    Iterator<Place> oldest = left.values().iterator();
    while (oldest.hasNext()) {
      Place place = oldest.next();
      if (left.size() < MOST && now.isBefore(place.until())) {
        return;
      }
      oldest.remove();
    }
  }
}
