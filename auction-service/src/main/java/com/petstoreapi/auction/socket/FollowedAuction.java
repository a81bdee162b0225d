package com.petstoreapi.auction.socket;

import com.petstoreapi.realtime.delivery.LiveStream;

/** An auction that a client follows for its pet, until it ends or the client leaves it. */
final class FollowedAuction {
  private final String id;
  private final LiveStream stream;
  private final AuctionFeed feed;
  private volatile boolean left;

  FollowedAuction(String id, LiveStream stream, AuctionFeed feed) {
    this.id = id;
    this.stream = stream;
    this.feed = feed;
  }

  String id() {
    return id;
  }

  LiveStream stream() {
    return stream;
  }

  AuctionFeed feed() {
    return feed;
  }

  /** From now on nothing of it is told. */
  void leave() {
    left = true;
  }

  boolean isLeft() {
    return left;
  }
}
