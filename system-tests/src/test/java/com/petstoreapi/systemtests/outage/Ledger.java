package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.LoggedBid;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all bidders said and were told. Safe for use by several threads. */
final class Ledger {
  private static final Set<String> EXPECTED_REFUSALS =
      Set.of("too-low", "already-leading", "ended", "not-open");

  private final Queue<Entry> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> oddRefusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  /** An acknowledged bid. */
  record Entry(WantedBid wanted, LoggedBid bid) {}

  /**
   * @param before how often the same was said before
   */
  void saying(int before) {
    if (before > 0) {
      repeated.incrementAndGet();
    }
  }

  void note(WantedBid bid, Reply reply) {
    if (reply.accepted()) {
      accepted.add(new Entry(bid, LoggedBid.of(reply.content())));
      count.incrementAndGet();
    } else if (!EXPECTED_REFUSALS.contains(reply.code())) {
      oddRefusals.add(bid + ": " + reply.content());
    }
  }

  int accepted() {
    return count.get();
  }

  int repeated() {
    return repeated.get();
  }

  List<String> oddRefusals() {
    return List.copyOf(oddRefusals);
  }

  /** The acknowledged bids of an auction, in the order of the positions they were given. */
  List<Entry> acceptedIn(String auction) {
    return accepted.stream()
        .filter(entry -> entry.wanted().auction().equals(auction))
        .sorted(Comparator.comparing(entry -> entry.bid().position()))
        .toList();
  }
}
