package com.petstoreapi.auction.support;

import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Increments.Row;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.value.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * English auctions as a textbook tells them, without a thought of speed: every offer is kept, and
 * whenever somebody challenges the leader, lead and price are found anew from all of them. Amounts
 * are minor units; an amount of 0 is one that is not there.
 */
public final class NaiveEnglishAuction {
  private final long startingPrice;
  private final long reserve;
  private final Increments increments;
  private final List<Offer> accepted = new ArrayList<>();
  private long price;

  public NaiveEnglishAuction(Terms terms) {
    this.startingPrice = terms.startingPrice().minor();
    this.price = startingPrice;
    this.reserve = terms.reserve().map(Money::minor).orElse(0L);
    this.increments = ((EnglishTerms) terms.format()).increments();
  }

  /** Whether the offer is good; then it is kept. */
  public boolean takes(Offer offer) {
    boolean leads = leader().filter(offer.bidder()::equals).isPresent();
    boolean good =
        leads
            ? offer.isProxy() && minor(offer) > mostOf(offer.bidder())
            : minor(offer) >= minimum();
    if (good) {
      accepted.add(offer);
      price = leads ? Math.max(price, lifted(offer.bidder())) : contested(leader().orElseThrow());
    }
    return good;
  }

  /** Of the highest offers, who made the first. */
  public Optional<String> leader() {
    return accepted.stream()
        .sorted(Comparator.comparingLong(NaiveEnglishAuction::minor).reversed())
        .map(Offer::bidder)
        .findFirst();
  }

  public long price() {
    return price;
  }

  /** Up to where the leader would go; 0 if he would not. */
  public long maximum() {
    long most = leader().map(this::mostOf).orElse(0L);
    return most > price ? most : 0;
  }

  public boolean isSold() {
    return leader().isPresent() && price >= reserve;
  }

  public long minimum() {
    return accepted.isEmpty() ? startingPrice : above(price);
  }

  /** One step above the best of the others, unless the leader goes or has gone elsewhere. */
  private long contested(String leader) {
    long second = most(offer -> !offer.bidder().equals(leader));
    long needed = second == 0 ? startingPrice : Math.min(mostOf(leader), above(second));
    long called = most(offer -> offer.bidder().equals(leader) && !offer.isProxy());
    return LongStream.of(needed, called, lifted(leader)).max().getAsLong();
  }

  private long lifted(String leader) {
    return mostOf(leader) >= reserve ? reserve : 0;
  }

  private long mostOf(String bidder) {
    return most(offer -> offer.bidder().equals(bidder));
  }

  private long most(Predicate<Offer> which) {
    return accepted.stream().filter(which).mapToLong(NaiveEnglishAuction::minor).max().orElse(0);
  }

  private static long minor(Offer offer) {
    return offer.most().minor();
  }

  private long above(long price) {
    return price
        + increments.rows().stream()
            .filter(row -> price < row.below())
            .mapToLong(Row::step)
            .findFirst()
            .orElse(increments.stepAbove());
  }
}
