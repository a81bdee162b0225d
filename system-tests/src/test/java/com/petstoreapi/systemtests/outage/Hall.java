package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.Auctions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The auctions that are bid in: one all the time, now and then beside it one that ends soon. */
final class Hall {
  private static final int LOOKS_ASIDE_ONE_IN = 3;

  private final Auctions auctions;
  private final String main;
  private final Map<String, AtomicLong> prices = new ConcurrentHashMap<>();
  private volatile Optional<String> aside = Optional.empty();
  private volatile boolean open = true;

  Hall(Auctions auctions) {
    this.auctions = auctions;
    this.main = auctions.open();
    prices.put(main, new AtomicLong());
  }

  /** The auction that outlasts the others. */
  String main() {
    return main;
  }

  /** All that there have been. */
  Set<String> auctions() {
    return prices.keySet();
  }

  /** Opens one beside the main auction, which ends at that moment and no later. */
  void openAsideUntil(Instant end) {
    String auction = auctions.openUntil(end);
    prices.put(auction, new AtomicLong());
    aside = Optional.of(auction);
  }

  /** From now on there are bids for the main auction only. */
  void leaveAside() {
    aside = Optional.empty();
  }

  WantedBid next(String user, String key, Random dice) {
    String auction = dice.nextInt(LOOKS_ASIDE_ONE_IN) == 0 ? aside.orElse(main) : main;
    return new WantedBid(user, auction, prices.get(auction).incrementAndGet(), key);
  }

  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }
}
