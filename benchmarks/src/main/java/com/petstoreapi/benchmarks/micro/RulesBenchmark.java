package com.petstoreapi.benchmarks.micro;

import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionRules;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is decided of a bid, without what stores and tells it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {
  private static final Instant OPENING = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant NOW = OPENING.plusSeconds(60);

  private final AuctionRules rules = new AuctionRules(SealedBids.NONE, () -> "bid");
  private Auction unclaimed;
  private Auction ledByProxy;

  /** Two auctions: in one nobody has bid, in the other the house bids for somebody. */
  @Setup
  public void auctions() {
    Terms terms =
        new Terms(money(1), Optional.empty(), EnglishTerms.risingBy(Increments.fixed(money(1))));
    Proposal proposal =
        new Proposal(
            new Lot("seller", "pet", "Rex"),
            terms,
            Proposal.Bidders.VISIBLE,
            Optional.empty(),
            OPENING.plusSeconds(3_600));
    unclaimed =
        Admission.admit("a-1", proposal, new Pseudonyms("7f".repeat(32)), OPENING).auction();
    ledByProxy = rules.placeBid(unclaimed, new Offer.Proxy("ann", money(1_000)), NOW).auction();
  }

  @Benchmark
  public Ruling aFirstBid() {
    return rules.placeBid(unclaimed, new Offer.Plain("bob", money(10)), NOW);
  }

  @Benchmark
  public Ruling aBidThatAProxyOutbids() {
    return rules.placeBid(ledByProxy, new Offer.Plain("bob", money(500)), NOW);
  }

  private static Money money(long cents) {
    return new Money(cents, "USD");
  }
}
