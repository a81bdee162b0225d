package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;
import java.util.List;
import java.util.Optional;

/**
 * Who calls what in an English auction when an offer comes in, with bids by proxy as eBay and Trade
 * Me have them (eBay Help, "Automatic bidding"; Trade Me Help, "Placing a bid").
 *
 * <ul>
 *   <li>The highest maximum leads; of equal ones the earlier.
 *   <li>The price is one step above the highest maximum among the others, but never above the
 *       leader's own: where that is nearer than a step, less than a step decides.
 *   <li>A maximum that meets the reserve lifts the price to it at once, so that the leader has it
 *       behind him.
 *   <li>A leader who raises his maximum does not raise the price but to meet the reserve: nobody
 *       bids against himself, yet a reserve that he would pay shall not keep him from the pet.
 *   <li>Who is beaten has bid his maximum, and the log shows it. What is left of the leader's is
 *       never shown.
 *   <li>A plain bid counts as it was called. A proxy that stands above it answers at once.
 * </ul>
 */
final class Contest {
  private final Auction auction;
  private final Offer offer;
  private final Increments increments;

  Contest(Auction auction, Offer offer, Increments increments) {
    this.auction = auction;
    this.offer = offer;
    this.increments = increments;
  }

  /**
   * A bid of one bidder at one price.
   *
   * @param automatic whether the house makes it for him
   */
  record Call(String bidder, Money amount, boolean automatic) {}

  /**
   * What is called in this order; the last leads.
   *
   * @return none only where the leader has raised his maximum, and the price stays
   */
  List<Call> calls() {
    Optional<String> leader = auction.leading().map(Bid::bidder);
    if (leader.isEmpty()) {
      return List.of(own(auction.price()));
    }
    if (leader.get().equals(offer.bidder())) {
      Money price = liftedToReserve(auction.price());
      return price.equals(auction.price()) ? List.of() : List.of(own(price));
    }
    return auction.standing().most().compareTo(offer.most()) >= 0
        ? answered(leader.get())
        : overtaking(leader.get());
  }

  private List<Call> answered(String leader) {
    Call challenge = new Call(offer.bidder(), offer.most(), false);
    Money answer = least(auction.standing().most(), increments.above(offer.most()));
    return List.of(challenge, new Call(leader, answer, true));
  }

  /** By proxy the leader goes to his maximum first; a plain bid leaves him nothing to say. */
  private List<Call> overtaking(String leader) {
    Money most = auction.standing().most();
    Call own = own(least(offer.most(), increments.above(most)));
    boolean defends = offer.isProxy() && auction.standing().maximum().isPresent();
    return defends ? List.of(new Call(leader, most, true), own) : List.of(own);
  }

  /**
   * @param needed the price at which the offer leads
   */
  private Call own(Money needed) {
    Money amount = offer.isProxy() ? liftedToReserve(needed) : offer.most();
    return new Call(offer.bidder(), amount, false);
  }

  private Money liftedToReserve(Money price) {
    return auction
        .terms()
        .reserve()
        .filter(reserve -> reserve.compareTo(price) > 0 && reserve.compareTo(offer.most()) <= 0)
        .orElse(price);
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
