package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionRules;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.Sale;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An auction under way: what people do in it one after the other, and what comes of it. */
public final class Bidding {
  private static final Actor ADMIN = new Actor("admin", true);

  private final List<AuctionEvent> history = new ArrayList<>();
  private final AuctionRules rules =
      new AuctionRules(new SealedBidsInMemory(history), this::nextId);
  private int ids;
  private final Auction admitted;
  private Auction auction;
  private Ruling last;
  private Instant now = AnAuction.OPENING.plusSeconds(60);

  Bidding(Auction admitted) {
    this.admitted = admitted;
    this.auction = admitted;
    this.last = new Ruling(admitted, List.of());
  }

  public Auction auction() {
    return auction;
  }

  /** As it is by the clock, told or not. */
  public Auction present() {
    return rules.byTheClock(auction, now).auction();
  }

  /** When the clock must be looked at next. */
  public Optional<Instant> nextMoment() {
    return auction.nextMoment();
  }

  /** As it was before anything happened. */
  public Auction asAdmitted() {
    return admitted;
  }

  /** What was told, from the beginning. */
  public List<AuctionEvent> history() {
    return history;
  }

  /** What the last thing brought about. */
  public List<AuctionEvent> told() {
    return last.events();
  }

  public <T extends AuctionEvent> List<T> told(Class<T> type) {
    return told().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** From now on it is so many seconds after the opening. */
  public Bidding at(long seconds) {
    return at(AnAuction.OPENING.plusSeconds(seconds));
  }

  public Bidding at(Instant moment) {
    now = moment;
    return this;
  }

  public Instant now() {
    return now;
  }

  public Bidding bid(String bidder, String amount) {
    return offer(new Offer.Plain(bidder, AnAuction.money(amount)));
  }

  public Bidding bidUpTo(String bidder, String maximum) {
    return offer(new Offer.Proxy(bidder, AnAuction.money(maximum)));
  }

  public Bidding offer(Offer offer) {
    return rule(rules.placeBid(auction, offer, now));
  }

  public Bidding buyNow(String buyer) {
    return rule(rules.buyNow(auction, buyer, now));
  }

  public Bidding cancelledBy(Actor actor) {
    return rule(rules.cancel(auction, actor, now));
  }

  public Bidding closed() {
    return closedBy(ADMIN);
  }

  public Bidding closedBy(Actor actor) {
    return rule(rules.close(auction, actor, now));
  }

  /** The clock is looked at. */
  public Bidding byTheClock() {
    return rule(rules.byTheClock(auction, now));
  }

  public Bidding byTheEnd() {
    return at(auction.endsAt()).byTheClock();
  }

  /** For whom the house has bid, in the order of the log. */
  public List<String> automaticBids() {
    return bids().filter(BidPlaced::automatic).map(placed -> placed.bid().bidder()).toList();
  }

  /** Who pays how much, for example {@code SOLD to ann for 61.00}; else the outcome alone. */
  public String outcome() {
    String status = auction.status().name();
    return auction.sale().map(sale -> status + describe(sale)).orElse(status);
  }

  /** Checks that the auction is refused something, and changes nothing by it. */
  public Refusal refuses(ErrorCode code, Runnable asking) {
    Auction before = auction;
    Refusal[] refusal = new Refusal[1];
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(asking::run)
        .satisfies(thrown -> refusal[0] = thrown);
    assertThat(refusal[0].code()).isEqualTo(code);
    assertThat(auction).isSameAs(before);
    return refusal[0];
  }

  private String nextId() {
    return "bid-" + ++ids;
  }

  private Stream<BidPlaced> bids() {
    return history.stream().filter(BidPlaced.class::isInstance).map(BidPlaced.class::cast);
  }

  private Bidding rule(Ruling ruling) {
    auction = ruling.auction();
    history.addAll(ruling.events());
    last = ruling;
    return this;
  }

  private static String describe(Sale sale) {
    Money price = sale.price();
    return " to " + sale.winning().bidder() + " for " + price.amount();
  }
}
