package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an auction begins and ends. */
class AuctionLifeTest {
  private static final Actor ADMIN = new Actor("admin", true);

  private final Bidding bidding = AnAuction.of().underWay();

  @Test
  void theHighestBidAtTheEndBuys() {
    bidding.bid("ann", "10").byTheEnd();

    Bid bid = new Bid("bid-1", "ann", money("10"));
    assertThat(bidding.told())
        .containsExactly(
            new AuctionEnded(AuctionStatus.SOLD, Optional.of(new Sale(bid, money("10"))), END));
    assertThat(bidding.auction().sale()).contains(new Sale(bid, money("10")));
  }

  @Test
  void withoutABidItStaysUnsold() {
    assertThat(bidding.byTheEnd().told())
        .containsExactly(new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty(), END));
  }

  @Test
  void aCancelledAuctionEndsAtOnce() {
    bidding.bid("ann", "10").cancelledBy(ADMIN);
    assertThat(bidding.told())
        .containsExactly(
            new AuctionEnded(AuctionStatus.CANCELLED, Optional.empty(), bidding.now()));
  }

  @Test
  void whatIsOverIsClosedNoMore() {
    bidding.closed();
    bidding.refuses(ErrorCode.INVALID_TRANSITION, bidding::closed);
    bidding.refuses(ErrorCode.INVALID_TRANSITION, () -> bidding.cancelledBy(ADMIN));
  }

  @ParameterizedTest
  @CsvSource({"0", "999", "7776000001"})
  void anAuctionEndsBetweenOneSecondAndNinetyDaysFromNow(long millis) {
    assertNotAdmitted(AnAuction.of().endingAt(OPENING.plusMillis(millis)));
  }

  @Test
  void anAuctionOpensBeforeItEnds() {
    assertNotAdmitted(AnAuction.of().openingAt(END));
  }

  @Test
  void anOpeningInThePastIsNow() {
    AnAuction late = AnAuction.of().openingAt(OPENING.minusSeconds(9));
    Ruling ruling = Admission.admit("a-1", late.proposed(), AnAuction.PSEUDONYMS, OPENING);

    assertThat(ruling.auction().opensAt()).isEqualTo(OPENING);
    assertThat(ruling.auction().status()).isEqualTo(AuctionStatus.OPEN);
    assertThat(ruling.events()).containsExactly(new AuctionOpened(money("10"), END));
  }

  private static void assertNotAdmitted(AnAuction odd) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(odd::admitted)
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.INVALID_MESSAGE);
  }
}
