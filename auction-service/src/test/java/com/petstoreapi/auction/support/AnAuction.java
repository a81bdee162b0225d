package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.BuyNow;
import com.petstoreapi.auction.DutchTerms;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Format;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.SealedBidTerms;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Auctions for tests: Rex, sold by {@code seller} in an English auction from 10, unless something
 * else is asked for; open from {@link #OPENING} for an hour.
 */
public final class AnAuction {
  public static final Instant OPENING = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant END = OPENING.plusSeconds(3_600);
  public static final String SELLER = "seller";
  public static final Pseudonyms PSEUDONYMS = new Pseudonyms("7f".repeat(32));

  private String petId = "019b4132";
  private String startingPrice = "10";
  private Increments increments = Increments.TABLE;
  private Optional<Money> reserve = Optional.empty();
  private Optional<SoftClose> softClose = Optional.empty();
  private Optional<BuyNow> buyNow = Optional.empty();
  private Optional<Format> otherFormat = Optional.empty();
  private Bidders bidders = Bidders.VISIBLE;
  private Optional<Instant> opensAt = Optional.empty();
  private Instant endsAt = END;

  public static AnAuction of() {
    return new AnAuction();
  }

  /** Of another pet than Rex. */
  public AnAuction ofPet(String id) {
    petId = id;
    return this;
  }

  public AnAuction startingAt(String price) {
    startingPrice = price;
    return this;
  }

  public AnAuction risingBy(String step) {
    return risingBy(Increments.fixed(money(step)));
  }

  public AnAuction risingBy(Increments table) {
    increments = table;
    return this;
  }

  public AnAuction withReserve(String price) {
    reserve = Optional.of(money(price));
    return this;
  }

  public AnAuction withSoftClose(int windowSeconds, int extensionSeconds) {
    return withSoftClose(
        new SoftClose(Duration.ofSeconds(windowSeconds), Duration.ofSeconds(extensionSeconds)));
  }

  public AnAuction withSoftClose(SoftClose close) {
    softClose = Optional.of(close);
    return this;
  }

  /** The soft close goes no further than that; to be asked for after it. */
  public AnAuction notBeyond(Instant latestEnd) {
    softClose =
        softClose.map(
            close -> new SoftClose(close.window(), close.extension(), Optional.of(latestEnd)));
    return this;
  }

  public AnAuction withBuyNow(String price, BuyNow.Until until) {
    buyNow = Optional.of(new BuyNow(money(price), until));
    return this;
  }

  public AnAuction falling(String step, int everySeconds, String floor) {
    otherFormat =
        Optional.of(new DutchTerms(money(floor), money(step), Duration.ofSeconds(everySeconds)));
    return this;
  }

  public AnAuction sealed(Pricing pricing) {
    otherFormat = Optional.of(new SealedBidTerms(pricing));
    return this;
  }

  public AnAuction anonymous() {
    bidders = Bidders.ANONYMOUS;
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
    Format format = otherFormat.orElseGet(() -> new EnglishTerms(increments, softClose, buyNow));
    Terms terms = new Terms(money(startingPrice), reserve, format);
    return new Proposal(new Lot(SELLER, petId, "Rex"), terms, bidders, opensAt, endsAt);
  }

  public Auction admitted() {
    return Admission.admit("a-1", proposed(), PSEUDONYMS, OPENING).auction();
  }

  /** People begin to bid in it a minute after its opening. */
  public Bidding underWay() {
    return new Bidding(admitted());
  }

  @Override
  public String toString() {
    return proposed().toString();
  }

  public static Money money(String amount) {
    return Money.of(new BigDecimal(amount), "USD");
  }

  public static Bid bid(String bidder, String amount) {
    return new Bid("bid-of-" + bidder + "-" + amount, bidder, money(amount));
  }
}
