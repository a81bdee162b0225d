package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who is where: at an auction, in a chat, at a care plan; on all nodes. It is not kept anywhere,
 * but told from node to node, and again every few seconds, so that what was not heard is soon made
 * good. Safe for use by many threads: everything under its lock is short.
 */
public final class Presence {
  /** Nobody is told of a place more often than that. */
  static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PresenceSettings settings;
  private final Neighbours neighbours;
  private final LongSupplier nanos;
  private final Map<String, Place> places = new HashMap<>();
  private final Set<Place> restless = new HashSet<>();
  private final Guests guests;
  private final Elsewhere elsewhere;
  private final Dispatch dispatch;
  private boolean stopped;

  /**
   * @param node this one's name, which no other ever has, nor this one after another start
   * @param nanos {@link System#nanoTime()}
   */
  public Presence(
      PresenceSettings settings, String node, Neighbours neighbours, LongSupplier nanos) {
    this.settings = settings;
    this.neighbours = neighbours;
    this.nanos = nanos;
    this.guests = new Guests(settings.grace().toNanos());
    this.elsewhere = new Elsewhere(settings.lease().toNanos(), settings.grace().toNanos());
    this.dispatch = new Dispatch(node, settings.renewal().toNanos(), nanos.getAsLong());
  }

  /**
   * Somebody is at a place, by one more connection.
   *
   * @param place the name of a stream
   * @param user the name by which the others there may see him
   */
  public synchronized Stay enter(String place, String user) {
    Visit visit = new Visit(place, user);
    if (guests.enter(visit)) {
      arrived(visit);
      dispatch.arrived(visit);
    }
    return new Stay(() -> leave(visit));
  }

  /** Who is at a place now. */
  public synchronized Roster of(String place) {
    Place known = places.get(place);
    return known == null ? newPlace(place).roster() : known.roster();
  }

  /** How many are at a place now; cheaper than its roster. */
  public synchronized int count(String place) {
    Place known = places.get(place);
    return known == null ? 0 : known.count();
  }

  /**
   * Has a connection told who comes and goes.
   *
   * @param bell is rung when {@link PresenceFeed#take} has something; must not block
   */
  public synchronized PresenceFeed follow(String place, Runnable bell) {
    Place followed = places.computeIfAbsent(place, this::newPlace);
    PresenceFeed feed = new PresenceFeed(this, followed, bell, nanos);
    followed.add(feed);
    return feed;
  }

  /** Takes another node's word. */
  public synchronized void heard(Report report) {
    if (dispatch.isOwn(report)) {
      return;
    }
    if (report.asks()) {
      dispatch.asked();
    }
    elsewhere.heard(report, nanos.getAsLong(), this::arrived, this::departed);
  }

  /** To be called several times a second: lets go who is gone, and tells what has changed. */
  public void round() {
    List<Report> reports;
    List<PresenceFeed> feeds = new ArrayList<>();
    synchronized (this) {
      long now = nanos.getAsLong();
      for (Visit visit : guests.takeGone(now)) {
        departed(visit);
        dispatch.departed(visit);
      }
      elsewhere.takeGone(now).forEach(this::departed);
      restless.forEach(place -> place.publishIfDue(now));
      restless.forEach(place -> feeds.addAll(place.feeds()));
      restless.removeIf(Place::isSettled);
      reports = stopped ? List.of() : dispatch.due(guests, elsewhere.nodes(), now);
    }
    reports.forEach(neighbours::tell);
    feeds.forEach(PresenceFeed::ringIfDue);
  }

  /** This node stops: the others are told so, and nothing after it. */
  public void stop() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
    }
    neighbours.tell(dispatch.stop());
  }

  /** People at this node, each once for every place. */
  public synchronized int people() {
    return guests.count();
  }

  /** Places with people, on whatever node, or with connections that are told of them. */
  public synchronized int places() {
    return places.size();
  }

  /** Other nodes that were heard of. */
  public synchronized int nodes() {
    return elsewhere.nodes();
  }

  synchronized Roster roster(Place place) {
    return place.roster();
  }

  synchronized void unfollow(Place place, PresenceFeed feed) {
    place.remove(feed);
    forgetIfDeserted(place);
  }

  private synchronized void leave(Visit visit) {
    guests.leave(visit, nanos.getAsLong());
  }

  private synchronized boolean isHere(String place, String user) {
    Place known = places.get(place);
    return known != null && known.isHere(user);
  }

  private void arrived(Visit visit) {
    Place place = places.computeIfAbsent(visit.place(), this::newPlace);
    place.arrived(visit.user());
    restless.add(place);
  }

  private void departed(Visit visit) {
    Place place = places.get(visit.place());
    place.departed(visit.user());
    restless.add(place);
    forgetIfDeserted(place);
  }

  private void forgetIfDeserted(Place place) {
    if (place.isDeserted()) {
      places.remove(place.name(), place);
      restless.remove(place);
    }
  }

  private Place newPlace(String name) {
    return new Place(name, settings.mostNames(), user -> isHere(name, user), nanos.getAsLong());
  }
}
