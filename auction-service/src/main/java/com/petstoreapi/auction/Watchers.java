package com.petstoreapi.auction;

/** Counts who is looking on. */
@FunctionalInterface
public interface Watchers {
  /** Connections of this node that follow the auction. */
  int of(String auctionId);
}
