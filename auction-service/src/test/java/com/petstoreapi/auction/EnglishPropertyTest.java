package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.support.Act;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.AnyStory;
import com.petstoreapi.auction.support.Invariant;
import com.petstoreapi.auction.support.NaiveEnglishAuction;
import com.petstoreapi.auction.support.Story;
import com.petstoreapi.auction.support.Story.Step;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever people do in an English auction, and whenever. */
class EnglishPropertyTest {
  @Provide
  Arbitrary<Story> stories() {
    return AnyStory.in(AnyAuction.english());
  }

  /** The rules, which look at three values, and a textbook, which looks at the whole history. */
  @Invariant
  void theTextbookSaysTheSame(@ForAll("stories") Story story) {
    NaiveEnglishAuction naive = new NaiveEnglishAuction(story.auction().proposed().terms());
    for (Step step : untilBoughtAtOnce(story)) {
      step.offer()
          .filter(offer -> step.mayBuy(offer.bidder()))
          .ifPresent(offer -> assertThat(naive.takes(offer)).isNotEqualTo(step.refused()));
      assertAgree(step.after(), naive);
    }
  }

  @Invariant
  void thePriceNeverFalls(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      Stream<Money> called = step.told(BidPlaced.class).map(placed -> placed.bid().amount());
      assertThat(Stream.concat(Stream.of(step.before().price()), called).toList()).isSorted();
      assertThat(step.after().price()).isGreaterThanOrEqualTo(step.before().price());
    }
  }

  @Invariant
  void theHighestOfferLeadsAndOfEqualOnesTheEarlier(@ForAll("stories") Story story) {
    List<Offer> taken = new ArrayList<>();
    for (Step step : untilBoughtAtOnce(story)) {
      step.taken().ifPresent(taken::add);
      Optional<Money> highest = most(taken, offer -> true);
      assertThat(step.after().leading().map(Bid::bidder))
          .isEqualTo(
              taken.stream()
                  .filter(offer -> offer.most().equals(highest.get()))
                  .findFirst()
                  .map(Offer::bidder));
    }
  }

  /**
   * It is no more than a step above the highest offer of all others, or the starting price where
   * there is none, unless the leader has called more himself or meets the reserve by it.
   */
  @Invariant
  void thePriceIsNoMoreThanNeeded(@ForAll("stories") Story story) {
    List<Offer> taken = new ArrayList<>();
    for (Step step : untilBoughtAtOnce(story)) {
      step.taken().ifPresent(taken::add);
      Auction auction = step.after();
      if (auction.leading().isPresent()) {
        assertThat(allowed(auction, taken)).anyMatch(price -> !isBelow(price, auction.price()));
      }
    }
  }

  @Invariant
  void onlyABidMovesTheEndAndAsTheSoftCloseSays(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      if (step.told(AuctionEnded.class).findAny().isEmpty()) {
        Instant before = step.before().endsAt();
        Instant end = endAfter(step);
        assertThat(step.after().endsAt()).isEqualTo(end).isAfterOrEqualTo(before);
        assertThat(step.told(BidPlaced.class)).allMatch(placed -> placed.endsAt().equals(end));
        assertThat(step.told(Extended.class).map(Extended::endsAt))
            .isEqualTo(end.equals(before) ? List.of() : List.of(end));
      }
    }
  }

  @Invariant
  void whoBuysAtOnceComesWhileTheOfferStands(@ForAll("stories") Story story) {
    boolean isFirst = true;
    for (Step step : story.steps()) {
      isFirst = isFirst && step.taken().isEmpty();
      if (step.act() instanceof Act.Buys buys) {
        boolean beforeAnyBid = isFirst;
        Optional<BuyNow> standing =
            terms(step.before())
                .buyNow()
                .filter(it -> it.until() == Until.FIRST_BID ? beforeAnyBid : !isMet(step.before()));
        boolean buysIt = standing.isPresent() && step.mayBuy(buys.buyer());
        assertThat(step.refused()).isNotEqualTo(buysIt);
        if (buysIt) {
          assertThat(step.after().price()).isEqualTo(standing.get().price());
          assertThat(step.after().sale()).isPresent();
        }
      }
    }
  }

  @Invariant
  void thatTheReserveIsMetIsToldWithTheBidThatMeetsIt(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      assertThat(step.told(ReserveMet.class))
          .hasSize(isMet(step.after()) && !isMet(step.before()) ? 1 : 0);
    }
  }

  @Invariant
  void whoLosesTheLeadOrDoesNotGetItIsToldAndNobodyElse(@ForAll("stories") Story story) {
    for (Step step : story.steps()) {
      String leader = step.after().leading().map(Bid::bidder).orElse("nobody");
      Stream<Bid> placed = step.told(BidPlaced.class).map(BidPlaced::bid);
      assertThat(step.told(Outbid.class).map(Outbid::loser))
          .hasSameElementsAs(
              Stream.concat(step.before().leading().stream(), placed)
                  .map(Bid::bidder)
                  .filter(bidder -> !bidder.equals(leader))
                  .toList())
          .doesNotHaveDuplicates();
      assertThat(step.told(Outbid.class))
          .allMatch(outbid -> outbid.newAmount().equals(step.after().price()))
          .allMatch(outbid -> outbid.minimumBid().equals(step.after().minimumBid()));
    }
  }

  @Invariant
  void whoIsBeatenByAProxyHasBidAllThatHeOffered(@ForAll("stories") Story story) {
    Map<String, Money> offered = new HashMap<>();
    Map<String, Money> bid = new HashMap<>();
    for (Step step : story.steps()) {
      step.taken().ifPresent(offer -> offered.put(offer.bidder(), offer.most()));
      step.told(BidPlaced.class)
          .map(BidPlaced::bid)
          .forEach(placed -> bid.put(placed.bidder(), placed.amount()));
      if (step.taken().filter(Offer::isProxy).isPresent()) {
        step.told(Outbid.class)
            .map(Outbid::loser)
            .forEach(loser -> assertThat(bid.get(loser)).isEqualTo(offered.get(loser)));
      }
    }
  }

  private static List<Step> untilBoughtAtOnce(Story story) {
    return story.steps().stream()
        .takeWhile(step -> step.refused() || !(step.act() instanceof Act.Buys))
        .toList();
  }

  private static void assertAgree(Auction auction, NaiveEnglishAuction naive) {
    assertThat(auction.leading().map(Bid::bidder)).isEqualTo(naive.leader());
    assertThat(auction.price().minor()).isEqualTo(naive.price());
    assertThat(auction.minimumBid().minor()).isEqualTo(naive.minimum());
    if (!auction.isOver()) {
      assertThat(auction.standing().maximum().map(Money::minor).orElse(0L))
          .isEqualTo(naive.maximum());
    } else if (auction.status() != AuctionStatus.CANCELLED) {
      assertThat(auction.sale().isPresent()).isEqualTo(naive.isSold());
    }
  }

  private static Stream<Money> allowed(Auction auction, List<Offer> taken) {
    Predicate<Offer> isTheLeaders = offer -> auction.isLedBy(offer.bidder());
    Increments increments = terms(auction).increments();
    Money needed =
        most(taken, isTheLeaders.negate())
            .map(increments::above)
            .orElse(auction.terms().startingPrice());
    Optional<Money> called = most(taken, isTheLeaders.and(offer -> !offer.isProxy()));
    Optional<Money> lifted =
        auction
            .terms()
            .reserve()
            .filter(reserve -> !isBelow(most(taken, isTheLeaders).orElseThrow(), reserve));
    return Stream.of(Optional.of(needed), called, lifted).flatMap(Optional::stream);
  }

  private static Instant endAfter(Step step) {
    Instant end = step.before().endsAt();
    Optional<SoftClose> softClose = terms(step.before()).softClose();
    boolean isBid = step.told(BidPlaced.class).findAny().isPresent();
    return softClose
        .filter(close -> isBid && !step.at().plus(close.window()).isBefore(end))
        .map(close -> earlier(step.at().plus(close.extension()), close.latestEnd()))
        .filter(end::isBefore)
        .orElse(end);
  }

  private static Instant earlier(Instant moment, Optional<Instant> bound) {
    return bound.filter(moment::isAfter).orElse(moment);
  }

  private static EnglishTerms terms(Auction auction) {
    return (EnglishTerms) auction.terms().format();
  }

  private static boolean isMet(Auction auction) {
    return auction.reserveMet().orElse(false);
  }

  private static Optional<Money> most(List<Offer> offers, Predicate<Offer> which) {
    return offers.stream().filter(which).map(Offer::most).max(Money::compareTo);
  }

  private static boolean isBelow(Money one, Money other) {
    return one.compareTo(other) < 0;
  }
}
