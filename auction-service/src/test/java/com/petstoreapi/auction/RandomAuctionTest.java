package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do, and whenever: what always holds. {@code -Dpetstore.seed=n} tries a seed. */
class RandomAuctionTest {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cid", AnAuction.SELLER);
  private static final int STEPS = 250;

  private final Map<String, Money> mostOffered = new HashMap<>();
  private Random random;

  static LongStream seeds() {
    Long own = Long.getLong("petstore.seed");
    return own == null ? LongStream.rangeClosed(1, 400) : LongStream.of(own);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itsHistoryIsSound(long seed) {
    random = new Random(seed);
    Bidding bidding = AnyAuction.of(random).underWay().at(0);
    for (int i = 0; i < STEPS; i++) {
      bidding.at(bidding.now().plusMillis(random.nextInt(30_000)));
      Auction before = bidding.auction();
      step(bidding);
      assertStep(before, bidding.auction());
    }
    bidding.at(AnAuction.END.plusSeconds(86_400)).byTheClock();
    assertEventsMakeTheState(bidding);
    assertHistory(bidding);
    assertEnd(bidding);
  }

  private void step(Bidding bidding) {
    try {
      switch (random.nextInt(60)) {
        case 0 -> bidding.cancelledBy(new Actor(anybody(), random.nextInt(20) == 0));
        case 1 -> buyNow(bidding);
        case 2 -> closeNowAndThen(bidding);
        case 3, 4, 5 -> assertTheClockWasNeeded(bidding);
        default -> offer(bidding);
      }
    } catch (Refusal e) {
      assertThat(e.detail()).isNotBlank();
    }
  }

  private void offer(Bidding bidding) {
    Auction auction = bidding.auction();
    long around = auction.minimumBid().minor() + random.nextInt(2_000) - 500;
    Money most = new Money(Math.max(1, around), "USD");
    String bidder = anybody();
    bidding.offer(
        random.nextBoolean() ? new Offer.Proxy(bidder, most) : new Offer.Plain(bidder, most));
    remember(bidder, most);
  }

  private void buyNow(Bidding bidding) {
    String buyer = anybody();
    bidding.buyNow(buyer);
    remember(buyer, bidding.auction().price());
  }

  private void remember(String bidder, Money most) {
    mostOffered.merge(bidder, most, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private void closeNowAndThen(Bidding bidding) {
    if (random.nextInt(10) == 0) {
      bidding.closed();
    }
  }

  /** The clock brings something about if and only if the moment has come that was named for it. */
  private static void assertTheClockWasNeeded(Bidding bidding) {
    Auction before = bidding.auction();
    boolean needed = bidding.nextMoment().filter(next -> !bidding.now().isBefore(next)).isPresent();
    bidding.byTheClock();
    assertThat(!bidding.auction().equals(before)).isEqualTo(needed);
  }

  private static void assertStep(Auction before, Auction after) {
    assertThat(after.lot()).isEqualTo(before.lot());
    assertThat(after.terms()).isEqualTo(before.terms());
    assertThat(before.isOver() && !after.equals(before)).as("changed after its end").isFalse();
    if (before.terms().format() instanceof EnglishTerms) {
      assertThat(after.price()).isGreaterThanOrEqualTo(before.price());
    }
  }

  private static void assertEventsMakeTheState(Bidding bidding) {
    Auction told = bidding.asAdmitted();
    for (AuctionEvent event : bidding.history()) {
      told = event.appliedTo(told);
    }
    assertThat(told).isEqualTo(bidding.auction());
  }

  private void assertHistory(Bidding bidding) {
    Money price = new Money(0, "USD");
    Instant end = AnAuction.END;
    boolean isDutch = bidding.auction().terms().format() instanceof DutchTerms;
    for (AuctionEvent event : bidding.history()) {
      if (event instanceof BidPlaced placed) {
        assertThat(placed.bid().amount()).isGreaterThanOrEqualTo(price);
        assertThat(placed.endsAt()).isAfterOrEqualTo(isDutch ? AnAuction.OPENING : end);
        assertMayPay(placed.bid());
        price = placed.bid().amount();
      } else if (event instanceof PriceDropped dropped) {
        assertThat(dropped.price()).isLessThan(dropped.oldPrice());
      } else if (event instanceof Extended extended) {
        assertThat(extended.endsAt()).isAfter(end);
        end = extended.endsAt();
      } else if (event instanceof Outbid outbid) {
        assertThat(outbid.newAmount()).isEqualTo(price);
      }
    }
  }

  /** Nobody, be it by the house or in the end, pays more than he has offered. */
  private void assertMayPay(Bid bid) {
    assertThat(bid.bidder()).isNotEqualTo(AnAuction.SELLER);
    assertThat(bid.amount()).isLessThanOrEqualTo(mostOffered.get(bid.bidder()));
  }

  private void assertEnd(Bidding bidding) {
    Auction auction = bidding.auction();
    assertThat(auction.isOver()).isTrue();
    assertThat(bidding.history()).last().isInstanceOf(AuctionEnded.class);
    assertThat(count(bidding, AuctionEnded.class)).isEqualTo(1);
    assertThat(count(bidding, EndingSoon.class)).isLessThanOrEqualTo(1);
    assertThat(auction.sale().isPresent()).isEqualTo(auction.status() == AuctionStatus.SOLD);
    if (auction.sale().isPresent()) {
      assertThat(auction.reserveMet().orElse(true)).isTrue();
    }
    if (auction.terms().format() instanceof EnglishTerms) {
      assertThat(count(bidding, BidPlaced.class)).isEqualTo(auction.bids());
      assertThat(count(bidding, ReserveMet.class))
          .isEqualTo(auction.reserveMet().orElse(false) ? 1 : 0);
    }
  }

  private String anybody() {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private static long count(Bidding bidding, Class<? extends AuctionEvent> type) {
    return bidding.history().stream().filter(type::isInstance).count();
  }
}
