package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.SELLER;
import static com.petstoreapi.auction.support.AnAuction.bid;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which bids are taken, and what follows from them. */
class BiddingRulesTest {
  private static final Instant NOW = OPENING.plusSeconds(60);

  private final Auction fresh = AnAuction.of().admitted();

  @Test
  void theFirstBidNeedsTheStartingPriceOnly() {
    Ruling ruling = AuctionRules.placeBid(fresh, bid("ann", "10"), NOW);

    assertThat(ruling.events())
        .containsExactly(new BidPlaced(bid("ann", "10"), money("10.50"), END));
    assertThat(ruling.auction().leading()).contains(bid("ann", "10"));
    assertThat(ruling.auction().bids()).isEqualTo(1);
  }

  @Test
  void whoLedIsToldThatHeNoLongerDoes() {
    Auction led = led(fresh, "ann", "10");

    assertThat(AuctionRules.placeBid(led, bid("bob", "12"), NOW).events())
        .containsExactly(
            new BidPlaced(bid("bob", "12"), money("12.50"), END),
            new Outbid("ann", money("12"), money("12.50")));
  }

  @Test
  void aBidBelowTheMinimumIsToldWhatItMustBe() {
    Auction led = led(fresh, "ann", "10");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> AuctionRules.placeBid(led, bid("bob", "10.49"), NOW))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LOW);
              assertThat(refusal.members())
                  .isEqualTo(Map.of("minimumBid", new BigDecimal("10.50")));
            });
  }

  @Test
  void nobodyBidsAgainstHimself() {
    Auction led = led(fresh, "ann", "10");
    assertRefused(
        ErrorCode.ALREADY_LEADING, () -> AuctionRules.placeBid(led, bid("ann", "50"), NOW));
  }

  @Test
  void nobodyBidsInAnAuctionOfHisOwn() {
    assertRefused(
        ErrorCode.OWN_AUCTION, () -> AuctionRules.placeBid(fresh, bid(SELLER, "50"), NOW));
  }

  @Test
  void noBidIsTakenBeforeTheOpening() {
    Auction scheduled = AnAuction.of().openingAt(NOW).admitted();

    assertThat(scheduled.status()).isEqualTo(AuctionStatus.SCHEDULED);
    assertRefused(
        ErrorCode.NOT_OPEN,
        () -> AuctionRules.placeBid(scheduled, bid("ann", "10"), NOW.minusMillis(1)));
  }

  @Test
  void theFirstBidAtTheOpeningCountsThoughNobodyHasDeclaredItOpen() {
    Auction scheduled = AnAuction.of().openingAt(NOW).admitted();

    Auction led = AuctionRules.placeBid(scheduled, bid("ann", "10"), NOW).auction();
    assertThat(led.status()).isEqualTo(AuctionStatus.OPEN);
  }

  @Test
  void theLastMomentCountsAndTheEndDoesNot() {
    assertThat(AuctionRules.placeBid(fresh, bid("ann", "10"), END.minusMillis(1)).events())
        .isNotEmpty();
    assertRefused(ErrorCode.ENDED, () -> AuctionRules.placeBid(fresh, bid("ann", "10"), END));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOLD", "UNSOLD", "CANCELLED"})
  void noBidIsTakenWhenItIsOver(AuctionStatus outcome) {
    Auction over = fresh.ended(outcome, NOW);
    assertRefused(ErrorCode.ENDED, () -> AuctionRules.placeBid(over, bid("ann", "10"), NOW));
  }

  @ParameterizedTest
  @CsvSource({"3599, 3630", "3580, 3630", "3570, 3630", "3569, 3600", "0, 3600"})
  void aBidWithinTheWindowMovesTheEnd(long bidAfterSeconds, long endAfterSeconds) {
    Auction soft = AnAuction.of().withSoftClose(30, 30).admitted();
    Instant end = OPENING.plusSeconds(endAfterSeconds);

    Ruling ruling =
        AuctionRules.placeBid(soft, bid("ann", "10"), OPENING.plusSeconds(bidAfterSeconds));

    assertThat(ruling.auction().endsAt()).isEqualTo(end);
    assertThat(ruling.events().contains(new Extended(end))).isEqualTo(!end.equals(END));
    assertThat(ruling.events().get(0))
        .isEqualTo(new BidPlaced(bid("ann", "10"), money("10.50"), end));
  }

  @Test
  void aHailOfBidsMovesTheEndNoFurtherThanWindowAndExtension() {
    Auction auction = AnAuction.of().risingBy("1").withSoftClose(30, 20).admitted();
    Instant late = END.minusSeconds(1);
    for (int i = 0; i < 1_000; i++) {
      auction = led(auction, i % 2 == 0 ? "ann" : "bob", Integer.toString(10 + i), late);
    }
    assertThat(auction.endsAt()).isBeforeOrEqualTo(late.plusSeconds(50));
  }

  @Test
  void theReserveIsToldOnceWhenItIsMet() {
    Auction auction = AnAuction.of().withReserve("20").admitted();
    assertThat(auction.reserveMet()).contains(false);

    Auction below = led(auction, "ann", "19.50");
    assertThat(below.reserveMet()).contains(false);
    Ruling meets = AuctionRules.placeBid(below, bid("bob", "20"), NOW);
    assertThat(meets.events()).contains(new ReserveMet());
    assertThat(meets.auction().reserveMet()).contains(true);
    Ruling above = AuctionRules.placeBid(meets.auction(), bid("ann", "30"), NOW);
    assertThat(above.events()).doesNotContain(new ReserveMet());
  }

  @Test
  void withoutAReserveNothingIsSaidOfIt() {
    assertThat(led(fresh, "ann", "10").reserveMet()).isEmpty();
  }

  private static Auction led(Auction auction, String bidder, String amount) {
    return led(auction, bidder, amount, NOW);
  }

  private static Auction led(Auction auction, String bidder, String amount, Instant now) {
    return AuctionRules.placeBid(auction, bid(bidder, amount), now).auction();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable asking) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(asking)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
