package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.util.Optional;

/**
 * How the bidding stands. It is all that a rule needs to judge the next bid, however many there
 * were.
 *
 * @param price what everybody sees: the amount of the leading bid, or what is asked for the first;
 *     after a sale, what is to be paid
 * @param leading the bid that would buy; empty while bids are sealed
 * @param maximum up to which the house bids for the leader; empty if that is no more than his bid.
 *     Nobody else may learn it
 * @param bids how many are in the log; sealed ones count once for each bidder
 */
public record Standing(Money price, Optional<Bid> leading, Optional<Money> maximum, int bids) {
  public Standing {
    Money now = price;
    maximum = maximum.filter(most -> most.compareTo(now) > 0);
  }

  static Standing opening(Money startingPrice) {
    return new Standing(startingPrice, Optional.empty(), Optional.empty(), 0);
  }

  boolean isLedBy(String user) {
    return leading.filter(bid -> bid.bidder().equals(user)).isPresent();
  }

  /** The most that the leader would pay; without a leader the price. */
  Money most() {
    return maximum.orElse(price);
  }

  Standing at(Money newPrice) {
    return new Standing(newPrice, leading, maximum, bids);
  }

  /**
   * Led by that bid. A maximum above it is kept, whoever bids: it answers in the same ruling, so
   * that in the end it is the leader's again.
   */
  Standing ledBy(Bid bid) {
    return new Standing(bid.amount(), Optional.of(bid), maximum, bids + 1);
  }

  Standing upTo(Money most) {
    return new Standing(price, leading, Optional.of(most), bids);
  }

  Standing counting(int sealedBids) {
    return new Standing(price, leading, maximum, sealedBids);
  }

  Standing sold(Sale sale) {
    return new Standing(sale.price(), Optional.of(sale.winning()), Optional.empty(), bids);
  }
}
