package com.petstoreapi.presence.support;

import com.petstoreapi.presence.Change;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.PresenceFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Somebody who makes of what he is told what the protocol says. */
public final class Client {
  private final PresenceFeed feed;
  private final SortedSet<String> names = new TreeSet<>();
  private final List<Change> told = new ArrayList<>();
  private int rings;
  private int count;

  public Client(Presence presence, String place) {
    this.feed = presence.follow(place, () -> rings++);
  }

  /** Takes what is due; whether there was something. */
  public boolean look() {
    Optional<Change> change = feed.take();
    change.ifPresent(this::hear);
    return change.isPresent();
  }

  private void hear(Change change) {
    told.add(change);
    count = change.count();
    if (change.join().size() == count) {
      names.clear();
    }
    names.removeAll(change.leave());
    names.addAll(change.join());
    if (names.size() != count) {
      names.clear(); // too many to be named
    }
  }

  public void leave() {
    feed.close();
  }

  /** Those who are here, as far as he was told; none in a crowd. */
  public SortedSet<String> names() {
    return names;
  }

  public int count() {
    return count;
  }

  public List<Change> told() {
    return told;
  }

  public Change last() {
    return told.get(told.size() - 1);
  }

  public int rings() {
    return rings;
  }
}
