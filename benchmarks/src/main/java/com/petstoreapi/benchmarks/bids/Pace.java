package com.petstoreapi.benchmarks.bids;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Bids that come at a rate, whether those before were answered or not. */
final class Pace {
  private final AuctionHouse house;
  private final int people;
  private final double perSecond;

  Pace(AuctionHouse house, int people, double perSecond) {
    this.house = house;
    this.people = people;
    this.perSecond = perSecond;
  }

  Result bid(Duration time) {
    Tally tally = new Tally();
    long begin = System.nanoTime();
    long count = (long) (perSecond * time.toNanos() / TimeUnit.SECONDS.toNanos(1));
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long due = begin + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond);
      LockSupport.parkNanos(due - System.nanoTime());
      answers.add(
          house
              .bid("bidder-" + i % people, Tally.nextAmount(), UUID.randomUUID().toString())
              .whenComplete((accepted, failure) -> tally.answered(accepted, due)));
    }
    answers.forEach(CompletableFuture::join);
    return tally.result();
  }
}
