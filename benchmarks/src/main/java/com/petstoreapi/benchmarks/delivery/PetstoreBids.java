package com.petstoreapi.benchmarks.delivery;

import java.net.URI;

/** The bids of an auction. */
final class PetstoreBids extends PetstoreSockets {
  private final String auction = server().openAuction();

  PetstoreBids(boolean batched) {
    super("bids", batched, "user");
  }

  @Override
  URI socket(String query) {
    return server().socket(auction, query);
  }

  /** Of a bid; what is told to who was outbid has another name. */
  @Override
  public String marker() {
    return "\"amount\":";
  }

  @Override
  public void publish(int number, int bytes) {
    String bidder = token(number).orElseThrow();
    post(server().bids(auction), bidder, "{\"amount\":" + number + "}");
  }

  /** A bid that comes after a higher one is none. */
  @Override
  public int publishers() {
    return 1;
  }
}
