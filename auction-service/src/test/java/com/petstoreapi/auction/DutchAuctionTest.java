package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From 100 the price falls by 30 every ten minutes, and stops at 25: 100, 70, 40, 25. */
class DutchAuctionTest {
  private static final int TEN_MINUTES = 600;

  private final Bidding bidding = falling("30", TEN_MINUTES, "25").underWay().at(0);

  @Test
  void eachDropIsToldWithTheNext() {
    bidding.at(600).byTheClock();
    assertThat(bidding.told())
        .containsExactly(
            new PriceDropped(
                money("70"), money("100"), Optional.of(OPENING.plusSeconds(2 * TEN_MINUTES))));
    assertThat(bidding.byTheClock().told()).isEmpty();
  }

  @Test
  void dropsThatWereMissedAreToldAsOne() {
    bidding.at(1_900).byTheClock();
    assertThat(bidding.told())
        .containsExactly(new PriceDropped(money("25"), money("100"), Optional.empty()));
  }

  @Test
  void theFirstBidBuysAtThePresentPriceHoweverMuchItOffers() {
    bidding.at(1_200).byTheClock().bid("ann", "1000");

    Bid bid = new Bid("bid-1", "ann", money("40"));
    assertThat(bidding.told())
        .containsExactly(
            new BidPlaced(bid, money("40"), bidding.now(), false),
            new AuctionEnded(
                AuctionStatus.SOLD, Optional.of(new Sale(bid, money("40"))), bidding.now()));
    assertThat(bidding.outcome()).isEqualTo("SOLD to ann for 40.00");
    bidding.refuses(ErrorCode.ENDED, () -> bidding.bid("bob", "1000"));
  }

  @Test
  void whenTheTimeOfTheFloorIsOverItStaysUnsold() {
    bidding.at(END.minusMillis(1)).byTheClock();
    assertThat(bidding.auction().isOver()).isFalse();

    bidding.byTheEnd();
    assertThat(bidding.told())
        .containsExactly(new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty(), END));
  }

  @Test
  void theFloorIsReachedBeforeTheEnd() {
    assertThat(falling("30", 1_199, "25").admitted().isOver()).isFalse();
    assertRefused(() -> falling("30", 1_200, "25").admitted());
  }

  @Test
  void floorAndStepsAreInRange() {
    assertRefused(() -> falling("30", TEN_MINUTES, "100").admitted());
    assertRefused(() -> falling("0", TEN_MINUTES, "25").admitted());
    assertRefused(() -> falling("30", 0, "25").admitted());
    assertRefused(() -> falling("30", TEN_MINUTES, "0").admitted());
    assertRefused(() -> falling("30", TEN_MINUTES, "25").withReserve("50").admitted());
  }

  private static AnAuction falling(String step, int everySeconds, String floor) {
    return AnAuction.of().startingAt("100").falling(step, everySeconds, floor);
  }

  private static void assertRefused(Runnable asking) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(asking::run);
  }
}
