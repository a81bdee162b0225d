package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.bid;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Increments.Row;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
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
  void anAuctionMayBringATableOfItsOwn() {
    Increments own = new Increments(List.of(new Row(50_00, 2_00), new Row(100_00, 3_00)), 7_00);
    assertThat(own.above(money("49.99"))).isEqualTo(money("51.99"));
    assertThat(own.above(money("50"))).isEqualTo(money("53"));
    assertThat(own.above(money("100"))).isEqualTo(money("107"));
    assertThat(own.fixedStep()).isEmpty();
  }

  @Test
  void theRowsOfATableRise() {
    assertRefused(() -> new Increments(List.of(new Row(100, 1), new Row(100, 2)), 3));
    assertRefused(() -> new Increments(List.of(new Row(100, 0)), 3));
    assertRefused(() -> new Increments(List.of(), 0));
    List<Row> rows = LongStream.rangeClosed(1, 21).mapToObj(i -> new Row(i, 1)).toList();
    assertThat(new Increments(rows.subList(0, 20), 1).rows()).hasSize(20);
    assertRefused(() -> new Increments(rows, 1));
  }

  @Test
  void theBidAfterTheHighestPossibleCanStillBeNamed() {
    Bidding bidding = AnAuction.of().risingBy("5000000000").underWay();
    bidding.bid("ann", "5000000000");
    assertThat(bidding.auction().minimumBid()).isEqualTo(money("10000000000"));
    assertRefused(() -> bid("bob", "5000000000.01"));
    assertRefused(() -> bidding.bid("bob", "5000000000.01"));
    assertRefused(() -> bidding.bidUpTo("bob", "5000000000.01"));
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
