package com.petstoreapi.auction.outbox;

import java.util.List;

/** Brings parcels to where they are awaited. */
@FunctionalInterface
interface Courier {
  /**
   * Returns when all have arrived. Some may be brought more than once: the receiver knows them by
   * their ids.
   *
   * @throws NotDelivered when they have not, or nobody knows
   */
  void deliver(List<Parcel> parcels) throws NotDelivered;
}
