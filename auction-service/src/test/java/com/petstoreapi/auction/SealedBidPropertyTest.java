package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.BidsCounted;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.AnyStory;
import com.petstoreapi.auction.support.Invariant;
import com.petstoreapi.auction.support.Story;
import com.petstoreapi.auction.support.Story.Step;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.value.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever people do in an auction under seal, and whenever. */
class SealedBidPropertyTest {
  @Provide
  Arbitrary<Story> stories() {
    return AnyStory.in(AnyAuction.sealed());
  }

  @Invariant
  void untilTheEndNothingOfAnAmountShows(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      Auction auction = step.after();
      if (auction.bidsAreHidden()) {
        assertThat(auction.price()).isEqualTo(auction.terms().startingPrice());
        assertThat(auction.minimumBid()).isEqualTo(auction.terms().startingPrice());
        assertThat(auction.leading()).isEmpty();
        assertThat(auction.reserveMet()).isEmpty();
        assertThat(step.told()).allSatisfy(event -> assertKeepsSecret(event));
      }
    }
  }

  @Invariant
  void howManyHaveBidIsTold(@ForAll("stories") Story story) {
    List<Offer> good = new ArrayList<>();
    for (Step step : story.steps()) {
      step.taken().ifPresent(good::add);
      long bidders = good.stream().map(Offer::bidder).distinct().count();
      assertThat(step.after().bids()).isEqualTo(bidders);
      assertThat(step.told(BidsCounted.class))
          .hasSize(step.before().bids() == bidders ? 0 : 1)
          .allMatch(counted -> counted.bids() == bidders);
    }
  }

  @Invariant
  void inTheEndTheWholeLogIsOpened(@ForAll("stories") Story story) {
    List<Bid> opened =
        story.history().stream()
            .filter(BidOpened.class::isInstance)
            .map(event -> ((BidOpened) event).bid())
            .toList();

    boolean isCancelled = story.outcome().status() == AuctionStatus.CANCELLED;
    assertThat(opened).isEqualTo(isCancelled ? List.of() : lastBids(story));
  }

  @Invariant
  void theHighestBuysForWhatHeOrTheNextHasBid(@ForAll("stories") Story story) {
    Auction outcome = story.outcome();
    if (outcome.status() != AuctionStatus.CANCELLED) {
      assertThat(outcome.sale()).isEqualTo(sale(outcome.terms(), lastBids(story)));
    }
  }

  private static void assertKeepsSecret(AuctionEvent event) {
    if (event instanceof BidSealed told) {
      assertThat(told.audience()).isEqualTo(Audience.only(told.bid().bidder()));
    } else {
      assertThat(event)
          .isInstanceOfAny(
              AuctionOpened.class, BidsCounted.class, EndingSoon.class, AuctionEnded.class);
    }
  }

  /** The last of each bidder, in the order in which they were made. */
  private static List<Bid> lastBids(Story story) {
    List<Bid> bids = new ArrayList<>();
    for (Step step : story.steps()) {
      for (Bid bid : step.told(BidSealed.class).map(BidSealed::bid).toList()) {
        bids.removeIf(earlier -> earlier.bidder().equals(bid.bidder()));
        bids.add(bid);
      }
    }
    return bids;
  }

  private static Optional<Sale> sale(Terms terms, List<Bid> bids) {
    List<Bid> highestFirst =
        bids.stream().sorted(Comparator.comparing(Bid::amount).reversed()).toList();
    Money least = terms.reserve().orElse(terms.startingPrice());
    if (highestFirst.isEmpty() || highestFirst.get(0).amount().compareTo(least) < 0) {
      return Optional.empty();
    }
    Bid highest = highestFirst.get(0);
    boolean isFirstPrice = terms.format().equals(new SealedBidTerms(Pricing.FIRST_PRICE));
    Money second =
        Stream.concat(
                highestFirst.stream().skip(1).map(Bid::amount),
                Stream.of(least, terms.startingPrice()))
            .max(Money::compareTo)
            .get();
    return Optional.of(new Sale(highest, isFirstPrice ? highest.amount() : second));
  }
}
