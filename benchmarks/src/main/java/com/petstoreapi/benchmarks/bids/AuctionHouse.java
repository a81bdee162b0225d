package com.petstoreapi.benchmarks.bids;

import java.util.concurrent.CompletableFuture;

/** Where one auction is held, in whichever way. */
interface AuctionHouse extends AutoCloseable {
  /**
   * Bids; the future completes when the answer is durable, with whether the bid was accepted.
   *
   * @param amount in cents
   * @param key by which the bid would be known if it were repeated
   */
  CompletableFuture<Boolean> bid(String bidder, long amount, String key);

  @Override
  void close();
}
