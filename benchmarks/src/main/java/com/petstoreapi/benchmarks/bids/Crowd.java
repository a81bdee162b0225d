package com.petstoreapi.benchmarks.bids;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** People who bid in pairs, one as soon as the other has his answer. */
final class Crowd {
  /** Not the common pool: on two cores that starts a thread for each answer. */
  private static final Executor BREATH =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "crowd");
            thread.setDaemon(true);
            return thread;
          });

  private final AuctionHouse house;
  private final int people;

  Crowd(AuctionHouse house, int people) {
    this.house = house;
    this.people = people;
  }

  Result bid(Duration time) {
    Tally tally = new Tally();
    long end = System.nanoTime() + time.toNanos();
    CountDownLatch gone = new CountDownLatch(people);
    for (int i = 0; i < people; i++) {
      bid("bidder-" + i, "friend-" + i, end, tally, gone);
    }
    try {
      gone.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return tally.result();
  }

  /** A bids, then B, so that a pair that is alone does not outbid itself. */
  private void bid(String bidder, String next, long end, Tally tally, CountDownLatch gone) {
    long since = System.nanoTime();
    if (since >= end) {
      gone.countDown();
      return;
    }
    house
        .bid(bidder, Tally.nextAmount(), UUID.randomUUID().toString())
        .whenCompleteAsync(
            (accepted, failure) -> {
              if (failure != null) {
                failure.printStackTrace();
                gone.countDown();
                return;
              }
              tally.answered(accepted, since);
              bid(next, bidder, end, tally, gone);
            },
            BREATH);
  }
}
