package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who will not wait pays the seller's price. */
class BuyNowTest {
  private final Bidding bidding = AnAuction.of().withBuyNow("80", Until.FIRST_BID).underWay();
  private final Bidding reserved =
      AnAuction.of().withReserve("50").withBuyNow("80", Until.RESERVE_MET).underWay();

  @Test
  void whoBuysEndsTheAuction() {
    bidding.buyNow("ann");

    Bid bid = new Bid("bid-1", "ann", money("80"));
    assertThat(bidding.told())
        .containsExactly(
            new BidPlaced(bid, money("81"), END, false),
            new AuctionEnded(
                AuctionStatus.SOLD,
                Optional.of(new Sale(bid, money("80"))),
                OPENING.plusSeconds(60)));
    assertThat(bidding.outcome()).isEqualTo("SOLD to ann for 80.00");
    assertThat(bidding.auction().endsAt()).isEqualTo(bidding.now());
  }

  @Test
  void theLeaderMayBuyHimself() {
    reserved.bidUpTo("ann", "45").buyNow("ann");

    assertThat(reserved.told(Outbid.class)).isEmpty();
    assertThat(reserved.outcome()).isEqualTo("SOLD to ann for 80.00");
    assertThat(reserved.auction().standing().maximum()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "49.99", "0"})
  void thePriceLiesAboveTheStartAndNotBelowTheReserve(String price) {
    assertRefused(
        () -> AnAuction.of().withReserve("50").withBuyNow(price, Until.FIRST_BID).proposed());
  }

  @Test
  void withoutAReserveItCannotLastUntilTheReserveIsMet() {
    assertRefused(() -> AnAuction.of().withBuyNow("80", Until.RESERVE_MET).proposed());
  }

  private static void assertRefused(Runnable asking) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(asking::run);
  }
}
