package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Deliveries;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Wire;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Random;

/**
 * Somebody who listens, leaves politely or not, comes back to where he was, or just does not read
 * for a while. To be used by one thread.
 */
final class Person {
  private static final int STAYS_MILLIS = 100_000;
  private static final int AWAY_MILLIS = 10_000;
  private static final int STALLS_MILLIS = 90_000;
  private static final int BACK_AFTER_A_CUT_MILLIS = 3_000;
  private static final int TO_HEAR_THE_END_MILLIS = 90_000;

  private enum Mood {
    LISTENING,
    STALLING,
    AWAY
  }

  private final String token;
  private final boolean throughBadNetwork;
  private final LoadClient clients;
  private final Troubles troubles;
  private final Random dice;
  private Place place;
  private Wire wire;
  private Mood mood = Mood.AWAY;
  private long nextMillis;
  private long overMillis = -1;
  private boolean done;
  private int connections;

  /**
   * @param dice his own
   */
  Person(
      Place place,
      String token,
      boolean throughBadNetwork,
      LoadClient clients,
      Troubles troubles,
      Random dice) {
    this.place = place;
    this.token = token;
    this.throughBadNetwork = throughBadNetwork;
    this.clients = clients;
    this.troubles = troubles;
    this.dice = dice;
  }

  /**
   * Does what it is time for.
   *
   * @param calm whether nobody leaves any more but by a fault
   */
  void step(long now, boolean calm) {
    if (mood != Mood.AWAY && wire.hasEnded()) {
      clients.leave(wire, false);
      away(now, BACK_AFTER_A_CUT_MILLIS);
    }
    boolean mustHear = calm || place.gathering().isOver();
    if (mustHear) {
      hearItAll(now);
    } else if (now >= nextMillis) {
      change(now);
    }
  }

  private void hearItAll(long now) {
    overMillis = overMillis < 0 ? now : overMillis;
    if (hasHeardAll()) {
      done = true;
    } else if (now - overMillis > TO_HEAR_THE_END_MILLIS) {
      troubles.broken(this + " has never heard " + deliveries().yetToCome(acknowledged()));
      done = true;
    } else if (mood == Mood.STALLING) {
      listen(now);
    } else if (mood == Mood.AWAY && now >= nextMillis) {
      enter(now);
    }
  }

  /** Whether there is nothing more to hear for him; who never came in has missed nothing. */
  boolean hasHeardAll() {
    return wire == null
        || mood != Mood.STALLING
            && (!deliveries().hasBegun() || deliveries().yetToCome(acknowledged()).isEmpty());
  }

  private void change(long now) {
    switch (mood) {
      case AWAY -> enter(now);
      case STALLING -> listen(now);
      case LISTENING -> {
        switch (dice.nextInt(6)) {
          case 0 -> stall(now);
          case 1 -> done = true;
          default -> {
            clients.leave(wire, dice.nextBoolean());
            away(now, AWAY_MILLIS);
          }
        }
      }
    }
  }

  private void stall(long now) {
    clients.setReading(wire, false);
    mood = Mood.STALLING;
    nextMillis = now + 5_000 + dice.nextInt(STALLS_MILLIS);
  }

  private void away(long now, int mostMillis) {
    mood = Mood.AWAY;
    nextMillis = now + 200 + dice.nextInt(mostMillis);
  }

  private void listen(long now) {
    clients.setReading(wire, true);
    mood = Mood.LISTENING;
    nextMillis = now + 1_000 + dice.nextInt(STAYS_MILLIS);
  }

  private void enter(long now) {
    try {
      wire =
          wire == null || !deliveries().hasBegun()
              ? place.enter(clients, throughBadNetwork, token)
              : clients.resume(wire, place.address(throughBadNetwork));
      connections++;
      mood = Mood.LISTENING;
      nextMillis = now + 1_000 + dice.nextInt(STAYS_MILLIS);
    } catch (UncheckedIOException refused) {
      troubles.happened("a connection was refused");
      away(now, BACK_AFTER_A_CUT_MILLIS);
    }
  }

  /** Holds what he heard so far against what was acknowledged. */
  void check() {
    if (wire == null) {
      return;
    }
    BitSet passedOver = deliveries().passedOver(acknowledged());
    if (!passedOver.isEmpty()) {
      troubles.broken(this + " has lost " + passedOver);
    }
    if (!deliveries().inOrder()) {
      troubles.broken(this + " has heard something twice, or in another order");
    }
  }

  /** Whether he has had enough of where he is. */
  boolean isDone() {
    return done;
  }

  /** Goes on elsewhere, as somebody new. */
  void moveTo(Place next) {
    leave();
    place = next;
    wire = null;
    done = false;
    overMillis = -1;
    away(0, 1);
  }

  void leave() {
    if (mood != Mood.AWAY) {
      clients.leave(wire, true);
      mood = Mood.AWAY;
    }
  }

  Place place() {
    return place;
  }

  /** How many he was given where he is now. */
  int delivered() {
    return wire == null ? 0 : deliveries().count();
  }

  int connections() {
    return connections;
  }

  private BitSet acknowledged() {
    return place.gathering().ledger().acknowledged();
  }

  private Deliveries deliveries() {
    return wire.deliveries();
  }

  @Override
  public String toString() {
    return "somebody at %s%s".formatted(place.name(), throughBadNetwork ? ", far away" : "");
  }
}
