package com.petstoreapi.auction.outbox;

import java.util.List;

/**
 * Brings what is told to where it is awaited. A method returns when all has arrived. Some may be
 * brought more than once: the receiver knows it by its ids.
 */
interface Courier {
  /**
   * @param notices 1 to 1,000
   * @throws NotDelivered when they have not arrived, or nobody knows: to be tried again
   * @throws Refused when they are not taken as they are: all of them together, or one among them
   */
  void publish(List<Notice> notices) throws NotDelivered, Refused;

  /** Has a sale carried out; throws the same. */
  void sell(Sold sold) throws NotDelivered, Refused;
}
