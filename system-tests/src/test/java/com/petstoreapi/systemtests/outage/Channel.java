package com.petstoreapi.systemtests.outage;

import java.util.Optional;

/** A way on which bids reach the server. */
interface Channel extends AutoCloseable {
  /** Makes the bid, and returns what came back; empty when nobody knows what became of it. */
  Optional<Reply> bid(WantedBid bid);

  @Override
  void close();
}
