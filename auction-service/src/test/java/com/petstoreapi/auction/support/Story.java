package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An auction and all that people do in it; when they have done it, the end comes.
 *
 * @param acts in this order
 */
public record Story(AnAuction auction, List<Act> acts) {
  /**
   * An act and what came of it.
   *
   * @param offer what was offered, if it was an offer
   * @param refused whether the rules said no
   * @param told what happened
   * @param nextMoment when the clock was to be looked at, before the act
   */
  public record Step(
      Instant at,
      Act act,
      Optional<Offer> offer,
      boolean refused,
      Auction before,
      Auction after,
      List<AuctionEvent> told,
      Optional<Instant> nextMoment) {
    /** Whether somebody's bid can be good. */
    public boolean mayBuy(String bidder) {
      boolean isOpen = !at.isBefore(before.opensAt()) && at.isBefore(before.endsAt());
      return isOpen && !before.isOver() && !bidder.equals(before.lot().sellerId());
    }

    /** The offer, if it was one and good. */
    public Optional<Offer> taken() {
      return offer.filter(made -> !refused);
    }

    public <T extends AuctionEvent> Stream<T> told(Class<T> type) {
      return told.stream().filter(type::isInstance).map(type::cast);
    }
  }

  /** From the opening to the end. */
  public List<Step> steps() {
    Bidding bidding = auction.underWay().at(0);
    List<Step> steps = new ArrayList<>();
    acts.forEach(act -> steps.add(step(act, bidding)));
    bidding.at(bidding.auction().endsAt());
    steps.add(step(new Act.Looks(), bidding));
    return steps;
  }

  /** All that is told, in the end. */
  public List<AuctionEvent> history() {
    return steps().stream().flatMap(step -> step.told().stream()).toList();
  }

  /** How it ends. */
  public Auction outcome() {
    List<Step> steps = steps();
    return steps.get(steps.size() - 1).after();
  }

  /** The same with these acts left out. */
  public Story without(Predicate<Act> acts) {
    return new Story(auction, this.acts.stream().filter(acts.negate()).toList());
  }

  private static Step step(Act act, Bidding bidding) {
    Auction before = bidding.auction();
    Optional<Instant> nextMoment = bidding.nextMoment();
    int toldBefore = bidding.history().size();
    Optional<Offer> offer =
        act instanceof Act.Bids bids
            ? Optional.of(bids.offer(bidding.present()))
            : Optional.empty();
    boolean refused = isRefused(act, bidding);
    List<AuctionEvent> history = bidding.history();
    return new Step(
        bidding.now(),
        act,
        offer,
        refused,
        before,
        bidding.auction(),
        List.copyOf(history.subList(toldBefore, history.size())),
        nextMoment);
  }

  private static boolean isRefused(Act act, Bidding bidding) {
    try {
      act.in(bidding);
      return false;
    } catch (Refusal e) {
      return true;
    }
  }
}
