package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionRules;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Auctions for tests: Rex, sold by {@code seller}, open from {@link #OPENING} for an hour. */
public final class AnAuction {
  public static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant END = OPENING.plusSeconds(3_600);
  public static final String SELLER = "seller";

  private String startingPrice = "10";
  private Increments increments = Increments.TABLE;
  private Optional<Money> reserve = Optional.empty();
  private Optional<SoftClose> softClose = Optional.empty();
  private Optional<Instant> opensAt = Optional.empty();
  private Instant endsAt = END;

  public static AnAuction of() {
    return new AnAuction();
  }

  public AnAuction startingAt(String price) {
    startingPrice = price;
    return this;
  }

  public AnAuction risingBy(String step) {
    increments = Increments.fixed(money(step));
    return this;
  }

  public AnAuction withReserve(String price) {
    reserve = Optional.of(money(price));
    return this;
  }

  public AnAuction withSoftClose(int windowSeconds, int extensionSeconds) {
    softClose =
        Optional.of(
            new SoftClose(Duration.ofSeconds(windowSeconds), Duration.ofSeconds(extensionSeconds)));
    return this;
  }

  public AnAuction openingAt(Instant moment) {
    opensAt = Optional.of(moment);
    return this;
  }

  public AnAuction endingAt(Instant moment) {
    endsAt = moment;
    return this;
  }

  public Proposal proposed() {
    Terms terms = new Terms(money(startingPrice), increments, reserve, softClose);
    return new Proposal(new Lot(SELLER, "019b4132", "Rex"), terms, opensAt, endsAt);
  }

  public Auction admitted() {
    return AuctionRules.admit("a-1", proposed(), OPENING);
  }

  public static Money money(String amount) {
    return Money.of(new BigDecimal(amount), "USD");
  }

  public static Bid bid(String bidder, String amount) {
    return new Bid("bid-of-" + bidder + "-" + amount, bidder, money(amount));
  }
}
