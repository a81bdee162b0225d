package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.edge.store.lease.Rounds;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Looks again and again for auctions whose moment has come, and has them opened or ended: on one
 * node at a time. It only asks: whether the moment has come is decided by the database's clock
 * under the auction's lock, so it would do no harm if two nodes did. What became due while no node
 * was up is found at the first look.
 */
public final class ClosingClock implements Runnable {
  private static final int MOST_AT_ONCE = 200;

  private final Auctions auctions;
  private final Auctioneer auctioneer;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Rounds rounds;

  /**
   * @param ours whether it is this node that looks
   */
  public ClosingClock(Auctions auctions, Auctioneer auctioneer, BooleanSupplier ours) {
    this.auctions = auctions;
    this.auctioneer = auctioneer;
    this.rounds = new Rounds("closing clock", ours, this::look);
  }

  /** Looks once. To be called by one thread at a time; throws nothing. */
  @Override
  public void run() {
    rounds.run();
  }

  private void look() {
    auctions.due(MOST_AT_ONCE).stream().filter(underWay::add).forEach(this::keepTime);
  }

  private void keepTime(String auctionId) {
    try {
      auctioneer.keepTime(auctionId).whenComplete((done, failure) -> underWay.remove(auctionId));
    } catch (Refusal | JournalUnavailable e) {
      underWay.remove(auctionId); // the next look finds it again
    }
  }
}
