package com.petstoreapi.presence;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One place: who is there, and who wants to know. Guarded by the lock of {@link Presence}, but for
 * what has been published.
 */
final class Place {
  private final String name;
  private final int mostNames;
  private final Predicate<String> here;
  private final Map<String, Integer> people = new HashMap<>();
  private final Set<PresenceFeed> feeds = new HashSet<>();
  private long version;
  private Roster latest;
  private long publishedAt;
  private volatile Publication publication;

  /**
   * @param here whether somebody is here, asked without the lock
   */
  Place(String name, int mostNames, Predicate<String> here, long now) {
    this.name = name;
    this.mostNames = mostNames;
    this.here = here;
    this.publishedAt = now - Presence.INTERVAL_NANOS;
    this.publication = new Publication(roster(), -1, Optional.empty());
  }

  String name() {
    return name;
  }

  /** A node has somebody here. */
  void arrived(String user) {
    if (people.merge(user, 1, Integer::sum) == 1) {
      version++;
    }
  }

  /** A node has him here no longer. */
  void departed(String user) {
    if (people.computeIfPresent(user, (key, nodes) -> nodes == 1 ? null : nodes - 1) == null) {
      version++;
    }
  }

  int count() {
    return people.size();
  }

  boolean isHere(String user) {
    return people.containsKey(user);
  }

  void add(PresenceFeed feed) {
    feeds.add(feed);
  }

  void remove(PresenceFeed feed) {
    feeds.remove(feed);
  }

  /** Whether nobody is here, and nobody wants to know. */
  boolean isDeserted() {
    return people.isEmpty() && feeds.isEmpty();
  }

  /** Those who want to know. */
  Set<PresenceFeed> feeds() {
    return Set.copyOf(feeds);
  }

  /** As it is at this moment. Until something changes all get the same: thousands may keep it. */
  Roster roster() {
    if (latest == null || latest.version() != version) {
      latest = rollCall();
    }
    return latest;
  }

  private Roster rollCall() {
    SortedSet<String> users =
        people.size() > mostNames ? Collections.emptySortedSet() : new TreeSet<>(people.keySet());
    return new Roster(version, people.size(), Collections.unmodifiableSortedSet(users), here);
  }

  /** Makes known what has changed, unless that was done less than a second ago. */
  void publishIfDue(long now) {
    Roster before = published();
    if (before.version() < version && now - publishedAt >= Presence.INTERVAL_NANOS) {
      Roster next = roster();
      publication = new Publication(next, before.version(), next.since(before));
      publishedAt = now;
    }
  }

  /** Whether all is made known and told. */
  boolean isSettled() {
    return published().version() == version && feeds.stream().noneMatch(PresenceFeed::isBehind);
  }

  /** What was made known last. Any thread. */
  Roster published() {
    return publication.roster;
  }

  /** What there is to tell somebody who knows one and is to know another. Any thread. */
  Optional<Change> change(Roster before, Roster after) {
    Publication last = publication;
    return last.roster == after && last.since == before.version()
        ? last.change
        : after.since(before);
  }

  /** Most know the one before: what has changed since is made and encoded once for them all. */
  private record Publication(Roster roster, long since, Optional<Change> change) {}
}
