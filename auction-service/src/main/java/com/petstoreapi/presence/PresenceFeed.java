package com.petstoreapi.presence;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one connection is told of a place: first all who are there, then what has changed since, at
 * most once a second. {@link #take} is for one thread at a time, the rest for any.
 */
public final class PresenceFeed implements AutoCloseable {
  private static final long NOTHING = -1;

  private final Presence presence;
  private final Place place;
  private final Runnable bell;
  private final LongSupplier nanos;
  private Roster told;
  private volatile long toldVersion = NOTHING;
  private volatile long toldAt;

  PresenceFeed(Presence presence, Place place, Runnable bell, LongSupplier nanos) {
    this.presence = presence;
    this.place = place;
    this.bell = bell;
    this.nanos = nanos;
  }

  /** What is due now; the first call always has something. Never blocks for long. */
  public Optional<Change> take() {
    if (told == null) {
      Roster all = presence.roster(place);
      tell(all);
      return Optional.of(all.asFirst());
    }
    if (!isDue()) {
      return Optional.empty();
    }
    Roster before = told;
    tell(place.published());
    return place.change(before, told);
  }

  /** Whether {@link #take} may have something now. */
  public boolean isDue() {
    return toldVersion == NOTHING
        || isBehind() && nanos.getAsLong() - toldAt >= Presence.INTERVAL_NANOS;
  }

  /** Whether it has something sooner or later. */
  boolean isBehind() {
    return toldVersion < place.published().version();
  }

  void ringIfDue() {
    if (isDue()) {
      bell.run();
    }
  }

  /** Nobody asks any more, and the bell is not rung again. May be called more than once. */
  @Override
  public void close() {
    presence.unfollow(place, this);
  }

  private void tell(Roster roster) {
    told = roster;
    toldAt = nanos.getAsLong();
    toldVersion = roster.version();
  }
}
