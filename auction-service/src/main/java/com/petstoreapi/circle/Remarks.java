package com.petstoreapi.circle;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The remarks at the places of this node, and of the others' as far as somebody here looks on. Each
 * node lets a remark end by itself, so that nothing is left of one whose sender is gone. Safe for
 * use by many threads: everything under its lock is short.
 */
public final class Remarks {
  /** What is said again sooner is told to the other nodes together with what comes then. */
  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Of one place; what more people remark is not seen. */
  static final int MOST_OF_A_PLACE = 500;

  private final Consumer<Remark> nodes;
  private final LongSupplier nanos;
  private final Map<String, RemarkKind> kinds = new ConcurrentHashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /**
   * @param nodes tells the other nodes; must neither block nor fail
   * @param nanos {@link System#nanoTime()}
   */
  public Remarks(Consumer<Remark> nodes, LongSupplier nanos) {
    this.nodes = nodes;
    this.nanos = nanos;
  }

  /** Understands this kind from now on; the remarks of others are passed over. */
  public void know(RemarkKind kind) {
    kinds.put(kind.name(), kind);
  }

  /** Somebody here lets something be seen, or ends that. */
  public void say(Remark remark) {
    RemarkKind kind = kinds.get(remark.kind());
    synchronized (this) {
      long now = nanos.getAsLong();
      Place place = places.computeIfAbsent(remark.place(), name -> new Place());
      if (!place.said(remark, kind, now)) {
        return;
      }
    }
    nodes.accept(remark);
  }

  /** Ends what somebody here lets be seen, if he does. */
  public void end(String place, String user, String kind) {
    Remark end = new Remark(place, user, kind, kinds.get(kind).end());
    boolean isSeen;
    synchronized (this) {
      isSeen = places.containsKey(place) && places.get(place).seen.containsKey(end.key());
    }
    if (isSeen) {
      say(end);
    }
  }

  /** Somebody at another node does. */
  public synchronized void heard(Remark remark) {
    RemarkKind kind = kinds.get(remark.kind());
    Place place = places.get(remark.place());
    if (kind != null && place != null) {
      place.see(remark, kind, nanos.getAsLong());
    }
  }

  /**
   * Has a connection told what others let be seen, beginning with what is there now.
   *
   * @param bell is rung when there is something; must not block
   */
  public synchronized RemarkFeed follow(String place, String user, Runnable bell) {
    Place followed = places.computeIfAbsent(place, name -> new Place());
    RemarkFeed feed = new RemarkFeed(user, bell, gone -> unfollow(place, gone));
    followed.feeds.add(feed);
    followed.seen.values().forEach(seen -> feed.tell(seen.remark));
    return feed;
  }

  /** To be called several times a second: ends what was not said again, tells what has waited. */
  public void round() {
    Set<Remark> late = new HashSet<>();
    synchronized (this) {
      long now = nanos.getAsLong();
      Iterator<Place> all = places.values().iterator();
      while (all.hasNext()) {
        Place place = all.next();
        place.endOld(now, kinds);
        late.addAll(place.takeLate(now));
        if (place.isDeserted()) {
          all.remove();
        }
      }
    }
    late.forEach(nodes);
  }

  /** Places that are looked at, or that something is seen at. */
  public synchronized int places() {
    return places.size();
  }

  private synchronized void unfollow(String name, RemarkFeed feed) {
    Place place = places.get(name);
    if (place != null) {
      place.feeds.remove(feed);
      if (place.isDeserted()) {
        places.remove(name);
      }
    }
  }

  /** What one lets be seen. */
  private static final class Seen {
    private Remark remark;
    private long until;
    private long toldAt;
    private boolean late;
  }

  private static final class Place {
    private final Map<Object, Seen> seen = new HashMap<>();
    private final Set<RemarkFeed> feeds = new HashSet<>();

    /** Whether the other nodes are to be told now. */
    boolean said(Remark remark, RemarkKind kind, long now) {
      boolean wasSeen = seen.containsKey(remark.key());
      see(remark, kind, now);
      Seen one = seen.get(remark.key());
      if (one == null) {
        return wasSeen;
      }
      one.late = now - one.toldAt < INTERVAL_NANOS;
      if (!one.late) {
        one.toldAt = now;
      }
      return !one.late;
    }

    void see(Remark remark, RemarkKind kind, long now) {
      if (remark.fields().equals(kind.end())) {
        if (seen.remove(remark.key()) != null) {
          tell(remark);
        }
        return;
      }
      Seen known = seen.get(remark.key());
      boolean changed = known == null || !known.remark.equals(remark);
      if (known == null) {
        if (seen.size() >= MOST_OF_A_PLACE) {
          return;
        }
        known = new Seen();
        known.toldAt = now - INTERVAL_NANOS;
        seen.put(remark.key(), known);
      }
      known.remark = remark;
      known.until = now + kind.life().toNanos();
      if (changed) {
        tell(remark);
      }
    }

    void endOld(long now, Map<String, RemarkKind> kinds) {
      seen.values()
          .removeIf(
              one -> {
                boolean old = now - one.until >= 0;
                String end = kinds.get(one.remark.kind()).end();
                if (old && !end.isEmpty()) {
                  tell(one.remark.with(end));
                }
                return old;
              });
    }

    Collection<Remark> takeLate(long now) {
      List<Seen> late =
          seen.values().stream()
              .filter(one -> one.late && now - one.toldAt >= INTERVAL_NANOS)
              .toList();
      late.forEach(
          one -> {
            one.late = false;
            one.toldAt = now;
          });
      return late.stream().map(one -> one.remark).toList();
    }

    boolean isDeserted() {
      return seen.isEmpty() && feeds.isEmpty();
    }

    private void tell(Remark remark) {
      feeds.forEach(feed -> feed.tell(remark));
    }
  }
}
