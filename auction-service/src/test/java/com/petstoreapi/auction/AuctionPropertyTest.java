package com.petstoreapi.auction;

import static com.petstoreapi.auction.AuctionStatus.CANCELLED;
import static com.petstoreapi.auction.AuctionStatus.SOLD;
import static com.petstoreapi.auction.AuctionStatus.UNSOLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.support.Act;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.AnyStory;
import com.petstoreapi.auction.support.Invariant;
import com.petstoreapi.auction.support.Story;
import com.petstoreapi.auction.support.Story.Step;
import com.petstoreapi.realtime.value.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whatever people do, and whenever, in auctions of all formats. */
class AuctionPropertyTest {
  @Provide
  Arbitrary<Story> stories() {
    return AnyStory.in(AnyAuction.ofAnyFormat());
  }

  /** Or the rest of this would say little. */
  @Invariant
  @StatisticsReport(StatisticsReportMode.OFF)
  void theStoriesTellOfAllThatCanHappen(@ForAll("stories") Story story) {
    List<AuctionEvent> history = story.history();
    for (Class<?> kind : AuctionEvent.class.getPermittedSubclasses()) {
      Statistics.label(kind.getSimpleName())
          .collect(history.stream().anyMatch(kind::isInstance))
          .coverage(checker -> checker.check(true).percentage(share -> share > 1));
    }
    for (AuctionStatus outcome : List.of(SOLD, UNSOLD, CANCELLED)) {
      Statistics.label(outcome.name())
          .collect(story.outcome().status() == outcome)
          .coverage(checker -> checker.check(true).percentage(share -> share > 1));
    }
  }

  @Invariant
  void theEventsMakeTheState(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      Auction made = step.before();
      for (AuctionEvent event : step.told()) {
        made = event.appliedTo(made);
      }
      assertThat(made).isEqualTo(step.after());
    }
  }

  @Invariant
  void whatIsRefusedChangesNothing(@ForAll("stories") Story story) {
    List<Step> steps = story.steps();
    for (Step step : steps.stream().filter(Step::refused).toList()) {
      assertThat(step.after()).isEqualTo(step.before());
      assertThat(step.told()).isEmpty();
    }
    Stream<Step> good = steps.stream().limit(story.acts().size()).filter(step -> !step.refused());
    assertThat(new Story(story.auction(), good.map(Step::act).toList()).history())
        .isEqualTo(story.history());
  }

  @Invariant
  void itOpensOnceAndEndsOnceAndNothingFollows(@ForAll("stories") Story story) {
    List<AuctionEvent> history = story.history();

    assertThat(history).last().isInstanceOf(AuctionEnded.class);
    assertThat(history).filteredOn(AuctionEnded.class::isInstance).hasSize(1);
    assertThat(history).filteredOn(AuctionOpened.class::isInstance).hasSizeLessThan(2);
    assertThat(history).filteredOn(EndingSoon.class::isInstance).hasSizeLessThan(2);
    assertThat(story.outcome().isOver()).isTrue();
  }

  @Invariant
  void onlyWhileItIsOpenAndByOthersThanTheSellerABidIsTaken(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      step.taken().ifPresent(offer -> assertThat(step.mayBuy(offer.bidder())).isTrue());
      if (step.act() instanceof Act.Buys buys && !step.refused()) {
        assertThat(step.mayBuy(buys.buyer())).isTrue();
      }
    }
  }

  @Invariant
  void anAdminCancelsUntilTheEndAndTheSellerBeforeTheFirstBid(@ForAll("stories") Story story) {
    boolean isFirst = true;
    for (Step step : story.steps()) {
      isFirst = isFirst && step.taken().isEmpty();
      if (step.act() instanceof Act.Cancels cancels) {
        boolean isSeller = cancels.actor().userId().equals(step.before().lot().sellerId());
        boolean isOver = step.before().isOver() || !step.at().isBefore(step.before().endsAt());
        boolean may = cancels.actor().isAdmin() || isSeller && isFirst;
        assertThat(step.refused()).isNotEqualTo(may && !isOver);
      }
    }
  }

  @Invariant
  void noBidThatWasTakenIsMissing(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      if (step.taken().isPresent()) {
        assertThat(step.told()).as("%s", step.act()).anyMatch(event -> isTrace(event, step));
      }
    }
    Auction outcome = story.outcome();
    if (!(outcome.terms().format() instanceof SealedBidTerms)) {
      assertThat(story.history()).filteredOn(BidPlaced.class::isInstance).hasSize(outcome.bids());
    }
  }

  @Invariant
  void theHouseBidsForOthersThanTheOneWhoActs(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      String buyer = step.act() instanceof Act.Buys buys ? buys.buyer() : "nobody";
      String actor = step.offer().map(Offer::bidder).orElse(buyer);
      assertThat(step.told(BidPlaced.class))
          .allMatch(placed -> placed.automatic() != placed.bid().bidder().equals(actor));
    }
  }

  @Invariant
  void nobodyPaysMoreThanHeHasOffered(@ForAll("stories") Story story) {
    Map<String, Money> most = new HashMap<>();
    for (Step step : story.steps()) {
      if (step.act() instanceof Act.Buys buys && !step.refused()) {
        most.put(buys.buyer(), step.before().buyNowPrice().orElse(step.before().price()));
      }
      step.taken()
          .ifPresent(
              offer -> most.merge(offer.bidder(), offer.most(), AuctionPropertyTest::greater));
      step.told(BidPlaced.class)
          .map(BidPlaced::bid)
          .forEach(bid -> assertThat(bid.amount()).isLessThanOrEqualTo(most.get(bid.bidder())));
    }
    story.outcome().sale().ifPresent(sale -> assertMayPay(sale, most));
  }

  @Invariant
  void itIsSoldForNoLessThanReserveAndStartingPriceOrFloor(@ForAll("stories") Story story) {
    Auction outcome = story.outcome();
    Terms terms = outcome.terms();
    Money least =
        terms.format() instanceof DutchTerms dutch ? dutch.floor() : terms.startingPrice();

    assertThat(outcome.sale().isPresent()).isEqualTo(outcome.status() == SOLD);
    assertThat(outcome.status() == SOLD && outcome.standing().maximum().isPresent()).isFalse();
    Money asked = greater(least, terms.reserve().orElse(least));
    outcome.sale().ifPresent(sale -> assertThat(sale.price()).isGreaterThanOrEqualTo(asked));
  }

  @Invariant
  void theClockBringsSomethingAboutWhenItSaysSoAndOnlyThen(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      if (step.act() instanceof Act.Looks) {
        boolean due = step.nextMoment().filter(moment -> !step.at().isBefore(moment)).isPresent();
        assertThat(step.told().isEmpty()).as("told nothing at %s", step.at()).isNotEqualTo(due);
      }
    }
  }

  @Invariant
  void howOftenTheClockIsLookedAtDecidesNothing(@ForAll("stories") Story story) {
    List<Act> always = new ArrayList<>();
    story.acts().forEach(act -> always.addAll(List.of(new Act.Looks(), act, new Act.Looks())));
    Story watched = new Story(story.auction(), always);
    Story unwatched = story.without(Act.Looks.class::isInstance);

    assertThat(whatCounts(watched.outcome())).isEqualTo(whatCounts(unwatched.outcome()));
  }

  private static List<Object> whatCounts(Auction auction) {
    return List.of(
        auction.status(), auction.endsAt(), auction.leading(), auction.bids(), auction.sale());
  }

  private static void assertMayPay(Sale sale, Map<String, Money> most) {
    assertThat(sale.price()).isLessThanOrEqualTo(most.get(sale.winning().bidder()));
  }

  /** What shows that an offer was taken: its amount, the price of a Dutch auction, or a maximum. */
  private static boolean isTrace(AuctionEvent event, Step step) {
    Offer offer = step.offer().orElseThrow();
    if (event instanceof BidPlaced placed) {
      boolean isDutch = step.before().terms().format() instanceof DutchTerms;
      Money amount = isDutch ? step.after().price() : offer.most();
      return !placed.automatic() && isOf(offer, amount, placed.bid());
    } else if (event instanceof BidSealed told) {
      return isOf(offer, offer.most(), told.bid());
    }
    return event.equals(new MaximumSet(offer.bidder(), offer.most()));
  }

  private static boolean isOf(Offer offer, Money amount, Bid bid) {
    return bid.bidder().equals(offer.bidder()) && bid.amount().equals(amount);
  }

  private static Money greater(Money one, Money other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
