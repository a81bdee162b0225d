package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.Notifications;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Auctions that open, are bid in, and end; for each that ends another opens. */
final class Halls implements AutoCloseable {
  private static final int AT_A_TIME = 10;
  private static final int BIDS_PER_SECOND = 40;
  private static final int BIDDERS = 20;
  private static final int LEAST_SECONDS = 45;
  private static final int MOST_SECONDS = 180;

  private final Auctions auctions;
  private final Notifications notifications;
  private final Troubles troubles;
  private final Random dice;
  private final List<Hall> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(4, work -> new Thread(work, "halls"));

  Halls(Entrance entrance, Troubles troubles, Random dice) {
    this.auctions = new Auctions(entrance);
    this.notifications = new Notifications(entrance);
    this.troubles = troubles;
    this.dice = dice;
  }

  void open() {
    for (int i = 0; i < AT_A_TIME; i++) {
      open.add(next());
    }
    long everyMicros = TimeUnit.SECONDS.toMicros(1) / BIDS_PER_SECOND;
    clock.scheduleAtFixedRate(this::bid, 0, everyMicros, TimeUnit.MICROSECONDS);
    clock.scheduleWithFixedDelay(this::lookForEnds, 1, 1, TimeUnit.SECONDS);
  }

  private Hall next() {
    int number = opened.incrementAndGet();
    int seconds = LEAST_SECONDS + dice.nextInt(MOST_SECONDS - LEAST_SECONDS);
    String id =
        auctions.openWith(
            "petId",
            notifications.newPet("Pet " + number),
            "title",
            "Auction " + number,
            "increment",
            1,
            "endsAt",
            Auctions.in(Duration.ofSeconds(seconds)));
    return new Hall(id, auctions, troubles);
  }

  private void bid() {
    try {
      any().bid("bidder-" + dice.nextInt(BIDDERS));
    } catch (RuntimeException | AssertionError failed) {
      troubles.broken("bidding: " + failed);
    }
  }

  private void lookForEnds() {
    try {
      for (int i = 0; i < open.size(); i++) {
        Hall hall = open.get(i);
        if (hall.hasEnded()) {
          open.set(i, next());
          acknowledged.addAndGet(hall.ledger().count());
          hall.close();
        }
      }
    } catch (RuntimeException | AssertionError failed) {
      troubles.broken("opening auctions: " + failed);
    }
  }

  /** One of those that are open. */
  Hall any() {
    return open.get(dice.nextInt(open.size()));
  }

  /** How many auctions there were. */
  int opened() {
    return opened.get();
  }

  /** Bids that were acknowledged. */
  int acknowledged() {
    return acknowledged.get() + open.stream().mapToInt(hall -> hall.ledger().count()).sum();
  }

  /** Nobody bids any more; returns when the last bid is answered. */
  void fallSilent() throws InterruptedException {
    clock.shutdown();
    if (!clock.awaitTermination(60, TimeUnit.SECONDS)) {
      troubles.broken("a bid was never answered");
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    open.forEach(Hall::close);
  }
}
