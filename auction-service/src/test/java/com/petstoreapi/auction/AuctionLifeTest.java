package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.SELLER;
import static com.petstoreapi.auction.support.AnAuction.bid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an auction begins and ends. */
class AuctionLifeTest {
  private static final Instant NOW = OPENING.plusSeconds(60);
  private static final Actor ADMIN = new Actor("admin", true);
  private static final Actor THE_SELLER = new Actor(SELLER, false);
  private static final Actor SOMEBODY = new Actor("somebody", false);

  private final Auction fresh = AnAuction.of().admitted();

  @Test
  void theHighestBidAtTheEndBuys() {
    Auction led = led(fresh, "ann", "10");
    assertThat(AuctionRules.byTheClock(led, END).events())
        .containsExactly(new AuctionEnded(AuctionStatus.SOLD, Optional.of(bid("ann", "10"))));
  }

  @Test
  void withoutABidItStaysUnsold() {
    assertThat(AuctionRules.byTheClock(fresh, END).events())
        .containsExactly(new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty()));
  }

  @Test
  void belowTheReserveItStaysUnsold() {
    Auction led = led(AnAuction.of().withReserve("20").admitted(), "ann", "19");
    assertThat(AuctionRules.byTheClock(led, END).events())
        .containsExactly(new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty()));
  }

  @Test
  void theClockOpensAndEndsAndDoesNothingBetween() {
    Auction scheduled = AnAuction.of().openingAt(NOW).admitted();

    assertThat(AuctionRules.byTheClock(scheduled, NOW.minusMillis(1)).auction())
        .isEqualTo(scheduled);
    Auction open = AuctionRules.byTheClock(scheduled, NOW).auction();
    assertThat(open.status()).isEqualTo(AuctionStatus.OPEN);
    assertThat(AuctionRules.byTheClock(open, END.minusMillis(1)).auction()).isEqualTo(open);
    Auction over = AuctionRules.byTheClock(open, END).auction();
    assertThat(over.isOver()).isTrue();
    assertThat(AuctionRules.byTheClock(over, END.plusSeconds(1))).isEqualTo(Ruling.unchanged(over));
  }

  @Test
  void theSellerWithdrawsOnlyWhatNobodyHasBidFor() {
    assertThat(AuctionRules.cancel(fresh, THE_SELLER, NOW).auction().status())
        .isEqualTo(AuctionStatus.CANCELLED);
    Auction led = led(fresh, "ann", "10");
    assertRefused(ErrorCode.INVALID_TRANSITION, () -> AuctionRules.cancel(led, THE_SELLER, NOW));
  }

  @Test
  void anAdminCancelsUntilTheEnd() {
    Auction led = led(fresh, "ann", "10");
    assertThat(AuctionRules.cancel(led, ADMIN, NOW).events())
        .containsExactly(new AuctionEnded(AuctionStatus.CANCELLED, Optional.empty()));
    assertRefused(ErrorCode.INVALID_TRANSITION, () -> AuctionRules.cancel(led, ADMIN, END));
  }

  @Test
  void nobodyElseCancels() {
    assertRefused(ErrorCode.FORBIDDEN, () -> AuctionRules.cancel(fresh, SOMEBODY, NOW));
  }

  @Test
  void anAdminBringsTheHammerDownEarly() {
    Auction led = led(fresh, "ann", "10");
    Auction closed = AuctionRules.close(led, ADMIN, NOW).auction();
    assertThat(closed.status()).isEqualTo(AuctionStatus.SOLD);
    assertThat(closed.endsAt()).isEqualTo(NOW);
  }

  @Test
  void nobodyElseDoes() {
    assertRefused(ErrorCode.FORBIDDEN, () -> AuctionRules.close(fresh, THE_SELLER, NOW));
  }

  @Test
  void whatIsOverIsClosedNoMore() {
    Auction over = fresh.ended(AuctionStatus.UNSOLD, NOW);
    assertRefused(ErrorCode.INVALID_TRANSITION, () -> AuctionRules.close(over, ADMIN, NOW));
  }

  @Test
  void whatHasNotOpenedIsNotClosedButCancelled() {
    Auction scheduled = AnAuction.of().openingAt(END.minusSeconds(1)).admitted();
    assertRefused(ErrorCode.INVALID_TRANSITION, () -> AuctionRules.close(scheduled, ADMIN, NOW));
    assertThat(AuctionRules.cancel(scheduled, ADMIN, NOW).auction().isOver()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0", "999", "7776000001"})
  void anAuctionEndsBetweenOneSecondAndNinetyDaysFromNow(long millis) {
    AnAuction odd = AnAuction.of().endingAt(OPENING.plusMillis(millis));
    assertRefused(ErrorCode.INVALID_MESSAGE, odd::admitted);
  }

  @Test
  void anAuctionOpensBeforeItEnds() {
    assertRefused(ErrorCode.INVALID_MESSAGE, AnAuction.of().openingAt(END)::admitted);
  }

  @Test
  void anOpeningInThePastIsNow() {
    Auction auction = AnAuction.of().openingAt(OPENING.minusSeconds(9)).admitted();
    assertThat(auction.opensAt()).isEqualTo(OPENING);
    assertThat(auction.status()).isEqualTo(AuctionStatus.OPEN);
  }

  private static Auction led(Auction auction, String bidder, String amount) {
    return AuctionRules.placeBid(auction, bid(bidder, amount), NOW).auction();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable asking) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(asking)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
