package com.petstoreapi.auction;

/** Counts who is looking on. */
@FunctionalInterface
public interface Watchers {
  /** People who follow the auction, on whatever node, each once. */
  int of(String auctionId);
}
