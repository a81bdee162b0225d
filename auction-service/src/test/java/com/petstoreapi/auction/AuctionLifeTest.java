package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.SELLER;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an auction begins and ends. */
class AuctionLifeTest {
  private static final Instant LATER = OPENING.plusSeconds(600);
  private static final Actor ADMIN = new Actor("admin", true);
  private static final Actor THE_SELLER = new Actor(SELLER, false);
  private static final Actor SOMEBODY = new Actor("somebody", false);

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
  void aLeaderByProxyPaysThePriceAndNotHisMaximum() {
    bidding.happens("ann up to 100, bob up to 60").byTheEnd();
    assertThat(bidding.outcome()).isEqualTo("SOLD to ann for 61.00");
  }

  @Test
  void withoutABidItStaysUnsold() {
    assertThat(bidding.byTheEnd().told())
        .containsExactly(new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty(), END));
  }

  @Test
  void belowTheReserveItStaysUnsold() {
    Bidding reserved = AnAuction.of().withReserve("20").underWay();
    reserved.bid("ann", "19").byTheEnd();

    assertThat(reserved.outcome()).isEqualTo("UNSOLD");
    assertThat(reserved.auction().sale()).isEmpty();
  }

  @Test
  void theSellerWithdrawsOnlyWhatNobodyHasBidFor() {
    bidding.bid("ann", "10");
    bidding.refuses(ErrorCode.INVALID_TRANSITION, () -> bidding.cancelledBy(THE_SELLER));

    assertThat(AnAuction.of().underWay().cancelledBy(THE_SELLER).outcome()).isEqualTo("CANCELLED");
  }

  @Test
  void anAdminCancelsUntilTheEnd() {
    bidding.bid("ann", "10").cancelledBy(ADMIN);
    assertThat(bidding.told())
        .containsExactly(
            new AuctionEnded(AuctionStatus.CANCELLED, Optional.empty(), bidding.now()));

    Bidding other = AnAuction.of().underWay().at(END);
    other.refuses(ErrorCode.INVALID_TRANSITION, () -> other.cancelledBy(ADMIN));
  }

  @Test
  void nobodyElseCancels() {
    bidding.refuses(ErrorCode.FORBIDDEN, () -> bidding.cancelledBy(SOMEBODY));
  }

  @Test
  void anAdminBringsTheHammerDownEarly() {
    bidding.bid("ann", "10").closed();
    assertThat(bidding.outcome()).isEqualTo("SOLD to ann for 10.00");
    assertThat(bidding.auction().endsAt()).isEqualTo(bidding.now());
  }

  @Test
  void nobodyElseDoes() {
    AuctionRules rules = new AuctionRules(SealedBids.NONE, () -> "b");
    bidding.refuses(
        ErrorCode.FORBIDDEN, () -> rules.close(bidding.auction(), THE_SELLER, bidding.now()));
  }

  @Test
  void whatIsOverIsClosedNoMore() {
    bidding.closed();
    bidding.refuses(ErrorCode.INVALID_TRANSITION, bidding::closed);
    bidding.refuses(ErrorCode.INVALID_TRANSITION, () -> bidding.cancelledBy(ADMIN));
  }

  @Test
  void whatHasNotOpenedIsNotClosedButCancelled() {
    Bidding scheduled = AnAuction.of().openingAt(LATER).underWay();
    scheduled.refuses(ErrorCode.INVALID_TRANSITION, scheduled::closed);
    assertThat(scheduled.cancelledBy(ADMIN).outcome()).isEqualTo("CANCELLED");
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
