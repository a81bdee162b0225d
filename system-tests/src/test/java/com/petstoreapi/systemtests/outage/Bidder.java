package com.petstoreapi.systemtests.outage;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Bids as long as the hall is open. A bid that was not answered is made again with its key when the
 * server is back, on the other channel, until it is answered.
 */
final class Bidder implements Runnable {
  private final String user;
  private final List<Channel> channels;
  private final Hall hall;
  private final Runnable beforeEachTry;
  private final Ledger ledger;
  private final Random dice;

  /**
   * @param channels the one he prefers, then the other
   * @param beforeEachTry waits until it is worth while
   */
  Bidder(
      String user,
      List<Channel> channels,
      Hall hall,
      Runnable beforeEachTry,
      Ledger ledger,
      Random dice) {
    this.user = user;
    this.channels = channels;
    this.hall = hall;
    this.beforeEachTry = beforeEachTry;
    this.ledger = ledger;
    this.dice = dice;
  }

  @Override
  public void run() {
    try {
      for (int number = 0; hall.isOpen(); number++) {
        settle(hall.next(user, user + "-" + number, dice));
      }
    } finally {
      channels.forEach(Channel::close);
    }
  }

  private void settle(WantedBid bid) {
    Optional<Reply> reply = Optional.empty();
    for (int times = 0; reply.filter(Reply::isFinal).isEmpty(); times++) {
      beforeEachTry.run();
      ledger.saying(times);
      reply = channels.get(times % channels.size()).bid(bid);
    }
    ledger.note(bid, reply.orElseThrow());
  }
}
