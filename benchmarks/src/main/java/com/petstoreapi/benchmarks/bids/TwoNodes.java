package com.petstoreapi.benchmarks.bids;

import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Two nodes of auction-service, without transports, each with half of an auction's bidders. */
final class TwoNodes implements AuctionHouse {
  private final GroupCommit first;
  private final GroupCommit second;

  TwoNodes(DataSource database) {
    first = new GroupCommit(database);
    second = new GroupCommit(database, first);
  }

  @Override
  public CompletableFuture<Boolean> bid(String bidder, long amount, String key) {
    GroupCommit node = (bidder.hashCode() & 1) == 0 ? first : second;
    return node.bid(bidder, amount, key);
  }

  @Override
  public void close() {
    second.close();
    first.close();
  }
}
