package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/** Who is at a place, each once, on whatever node and by however many connections. */
public final class Roster {
  private final long version;
  private final int count;
  private final SortedSet<String> users;
  private final Predicate<String> here;

  /**
   * @param version grows with every change of the place
   * @param users empty when they are too many to be named
   */
  Roster(long version, int count, SortedSet<String> users, Predicate<String> here) {
    this.version = version;
    this.count = count;
    this.users = users;
    this.here = here;
  }

  /** How many are here. */
  public int count() {
    return count;
  }

  /** Their names in order; none when they are too many for that. */
  public SortedSet<String> users() {
    return users;
  }

  /** Whether somebody is here at this moment, be he named or not. */
  public boolean isHere(String user) {
    return here.test(user);
  }

  long version() {
    return version;
  }

  /** What to tell somebody who has been told nothing. */
  Change asFirst() {
    return new Change(List.copyOf(users), List.of(), count);
  }

  /** What to tell somebody who knows an older one; empty when they are alike. */
  Optional<Change> since(Roster told) {
    Change change = isNamed() ? namesSince(told) : new Change(List.of(), List.of(), count);
    boolean alike = change.join().isEmpty() && change.leave().isEmpty() && count == told.count;
    return alike ? Optional.empty() : Optional.of(change);
  }

  private Change namesSince(Roster told) {
    return told.isNamed()
        ? new Change(without(users, told.users), without(told.users, users), count)
        : asFirst();
  }

  private boolean isNamed() {
    return users.size() == count;
  }

  private static List<String> without(SortedSet<String> some, SortedSet<String> others) {
    List<String> rest = new ArrayList<>(some);
    rest.removeIf(others::contains);
    return rest;
  }
}
