package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.AnyStory;
import com.petstoreapi.auction.support.Invariant;
import com.petstoreapi.auction.support.Story;
import com.petstoreapi.auction.support.Story.Step;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever people do in a Dutch auction, and whenever. */
class DutchPropertyTest {
  @Provide
  Arbitrary<Story> stories() {
    return AnyStory.unhurriedIn(AnyAuction.dutch());
  }

  @Invariant
  void thePriceNeverRisesNorFallsBelowTheFloor(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      assertThat(step.after().price())
          .isLessThanOrEqualTo(step.before().price())
          .isGreaterThanOrEqualTo(terms(step.after()).floor());
    }
  }

  @Invariant
  void thePriceIsThatOfTheMoment(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      Money price = priceAt(step.at(), step.before());
      step.told(PriceDropped.class).forEach(dropped -> assertTold(dropped, step, price));
      step.told(BidPlaced.class)
          .forEach(placed -> assertThat(placed.bid().amount()).isEqualTo(price));
      if (!step.told().isEmpty() && !step.after().isOver()) {
        assertThat(step.after().price()).isEqualTo(price);
      }
    }
  }

  @Invariant
  void theFirstWhoTakesItHasItAndNobodyElse(@ForAll("stories") Story story) {
    List<Bid> taken =
        story.steps().stream()
            .flatMap(step -> step.told(BidPlaced.class))
            .map(BidPlaced::bid)
            .toList();
    assertThat(taken).hasSizeLessThan(2);
    assertThat(story.outcome().sale()).isEqualTo(taken.stream().findFirst().map(Sale::at));
  }

  private static void assertTold(PriceDropped dropped, Step step, Money price) {
    assertThat(dropped.price()).isEqualTo(price);
    assertThat(dropped.oldPrice()).isEqualTo(step.before().price());
    assertThat(dropped.nextDropAt().isEmpty()).isEqualTo(price.equals(terms(step.after()).floor()));
    dropped
        .nextDropAt()
        .ifPresent(
            next -> {
              assertThat(priceAt(next, step.before())).isLessThan(price);
              assertThat(priceAt(next.minusMillis(1), step.before())).isEqualTo(price);
            });
  }

  /** Step by step, from the opening on. */
  private static Money priceAt(Instant moment, Auction auction) {
    DutchTerms dutch = terms(auction);
    long price = auction.terms().startingPrice().minor();
    Instant next = auction.opensAt().plus(dutch.every());
    while (!next.isAfter(moment)) {
      price = Math.max(dutch.floor().minor(), price - dutch.step().minor());
      next = next.plus(dutch.every());
    }
    return new Money(price, auction.currency());
  }

  private static DutchTerms terms(Auction auction) {
    return (DutchTerms) auction.terms().format();
  }
}
