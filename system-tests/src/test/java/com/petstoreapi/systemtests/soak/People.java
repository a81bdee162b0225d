package com.petstoreapi.systemtests.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** All who listen, on a thread of their own. */
final class People {
  private static final long TICK_MILLIS = 100;
  private static final long CHECK_EVERY_MILLIS = 10_000;

  private final List<Person> people;
  private final Function<Place, Place> elsewhere;
  private final AtomicLong atNotification = new AtomicLong();
  private final AtomicLong atAuction = new AtomicLong();
  private final CountDownLatch allHeard = new CountDownLatch(1);
  private final Thread thread = new Thread(this::live, "people");
  private long formerAtNotification;
  private long formerAtAuction;
  private volatile boolean calm;
  private volatile boolean over;

  /**
   * @param elsewhere where somebody goes on when it is over where he was
   */
  People(List<Person> people, Function<Place, Place> elsewhere) {
    this.people = new ArrayList<>(people);
    this.elsewhere = elsewhere;
    thread.setDaemon(true);
  }

  void come() {
    thread.start();
  }

  private void live() {
    try {
      long nextCheck = CHECK_EVERY_MILLIS;
      long began = System.nanoTime();
      while (!over) {
        Thread.sleep(TICK_MILLIS);
        long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        step(now);
        if (now >= nextCheck) {
          people.forEach(Person::check);
          nextCheck = now + CHECK_EVERY_MILLIS;
        }
      }
      people.forEach(Person::check);
      people.forEach(Person::leave);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(long now) {
    boolean calmNow = calm;
    for (Person person : people) {
      person.step(now, calmNow);
      if (person.isDone() && !calmNow) {
        moveOn(person);
      }
    }
    atNotification.set(formerAtNotification + delivered(People::atNotification));
    atAuction.set(formerAtAuction + delivered(person -> !atNotification(person)));
    if (calmNow && people.stream().allMatch(Person::isDone)) {
      allHeard.countDown();
    }
  }

  private void moveOn(Person person) {
    person.check();
    if (atNotification(person)) {
      formerAtNotification += person.delivered();
    } else {
      formerAtAuction += person.delivered();
    }
    person.moveTo(elsewhere.apply(person.place()));
  }

  private static boolean atNotification(Person person) {
    return person.place().type().equals("notification");
  }

  private long delivered(Predicate<Person> whose) {
    return people.stream().filter(whose).mapToLong(Person::delivered).sum();
  }

  /** Events that those who listen to notifications have got, since the beginning. */
  long deliveredByNotification() {
    return atNotification.get();
  }

  /** Bids that those in auctions were told of, since the beginning. */
  long deliveredByAuction() {
    return atAuction.get();
  }

  /** From now on nobody leaves, and all come back; returns when all have heard it all. */
  boolean calmDown() throws InterruptedException {
    calm = true;
    return allHeard.await(150, TimeUnit.SECONDS);
  }

  /** All go home, politely. */
  void leave() throws InterruptedException {
    over = true;
    thread.join(TimeUnit.SECONDS.toMillis(30));
  }

  /** To be asked when they have left. */
  int connections() {
    return people.stream().mapToInt(Person::connections).sum();
  }
}
