package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.bid;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.51",
    "19.99, 20.49",
    "20, 21",
    "199.99, 200.99",
    "200, 205",
    "999.99, 1004.99",
    "1000, 1010",
    "4999.99, 5009.99",
    "5000, 5050",
    "24999.99, 25049.99",
    "25000, 25100",
    "1000000, 1000100"
  })
  void theStepGrowsWithThePrice(String price, String minimum) {
    assertThat(Increments.TABLE.above(money(price))).isEqualTo(money(minimum));
  }

  @Test
  void aFixedStepIsTheSameAtEveryPrice() {
    Increments fixed = Increments.fixed(money("2.50"));
    assertThat(fixed.above(money("1"))).isEqualTo(money("3.50"));
    assertThat(fixed.above(money("1000000"))).isEqualTo(money("1000002.50"));
  }

  @Test
  void theBidAfterTheHighestPossibleCanStillBeNamed() {
    Auction auction = AnAuction.of().risingBy("5000000000").admitted();
    Auction led =
        AuctionRules.placeBid(auction, bid("ann", "5000000000"), AnAuction.OPENING).auction();
    assertThat(led.minimumBid()).isEqualTo(money("10000000000"));
    assertRefused(() -> bid("bob", "5000000000.01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5000000000.01"})
  void pricesAndStepsAreInRange(String amount) {
    assertRefused(() -> AnAuction.of().startingAt(amount).proposed());
    assertRefused(() -> AnAuction.of().withReserve(amount).proposed());
    assertRefused(() -> AnAuction.of().risingBy(amount));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "86401, 1", "1, 86401"})
  void aSoftCloseLastsASecondToADay(long window, long extension) {
    assertRefused(() -> new SoftClose(Duration.ofSeconds(window), Duration.ofSeconds(extension)));
  }

  @Test
  void aTitleHasOneTo120Characters() {
    assertThat(new Lot("s", "p", "x".repeat(120)).title()).hasSize(120);
    assertRefused(() -> new Lot("s", "p", "x".repeat(121)));
    assertRefused(() -> new Lot("s", "p", " "));
  }

  private static void assertRefused(Runnable asking) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(asking::run);
  }
}
