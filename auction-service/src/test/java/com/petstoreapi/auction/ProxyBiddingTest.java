package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house bids for somebody, up to his maximum and by the smallest steps. */
class ProxyBiddingTest {
  private final Bidding bidding = AnAuction.of().underWay();

  /** From 10, by the trade's table: steps of 0.50 below 20, 1 below 200, 5 below 1,000. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann up to 100                               | ann 10.00
          ann up to 100, bob up to 60                 | ann 10.00, bob 60.00, ann 61.00
          ann up to 60, bob up to 100                 | ann 10.00, ann 60.00, bob 61.00
          ann up to 60, bob up to 60                  | ann 10.00, bob 60.00, ann 60.00
          ann up to 60, bob up to 60.50               | ann 10.00, ann 60.00, bob 60.50
          ann up to 100, bob up to 99.50              | ann 10.00, bob 99.50, ann 100.00
          ann up to 250, bob up to 220                | ann 10.00, bob 220.00, ann 225.00
          ann up to 15, bob up to 12                  | ann 10.00, bob 12.00, ann 12.50
          ann up to 100, bob 60                       | ann 10.00, bob 60.00, ann 61.00
          ann up to 60, bob 60                        | ann 10.00, bob 60.00, ann 60.00
          ann up to 60, bob 60.50                     | ann 10.00, bob 60.50
          ann up to 60, bob 100                       | ann 10.00, bob 100.00
          ann 50, bob up to 100                       | ann 50.00, bob 51.00
          ann 50, ann up to 100                       | ann 50.00
          ann 50, ann up to 100, bob 70               | ann 50.00, bob 70.00, ann 71.00
          ann up to 50, ann up to 200, bob up to 150  | ann 10.00, bob 150.00, ann 151.00
          ann up to 60, bob up to 60, bob up to 80    | ann 10.00, bob 60.00, ann 60.00, bob 61.00
          ann up to 60, bob 59.50, ann up to 80       | ann 10.00, bob 59.50, ann 60.00
          ann up to 30, bob up to 40, cid up to 50    | ann 10.00, ann 30.00, bob 31.00, bob 40.00, cid 41.00
          """)
  void theTradesExamples(String story, String log) {
    assertThat(bidding.happens(story).log()).isEqualTo(log);
  }

  /** The same with a reserve of 50. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann up to 40                  | ann 10.00                        | false
          ann up to 100                 | ann 50.00                        | true
          ann up to 50                  | ann 50.00                        | true
          ann up to 40, bob up to 45    | ann 10.00, ann 40.00, bob 41.00  | false
          ann up to 40, bob up to 100   | ann 10.00, ann 40.00, bob 50.00  | true
          ann up to 40, ann up to 45    | ann 10.00                        | false
          ann up to 40, ann up to 80    | ann 10.00, ann 50.00             | true
          ann up to 49, bob up to 50    | ann 10.00, ann 49.00, bob 50.00  | true
          ann up to 100, bob 70         | ann 50.00, bob 70.00, ann 71.00  | true
          ann 30, bob up to 50          | ann 30.00, bob 50.00             | true
          ann 70, ann up to 90          | ann 70.00                        | true
          """)
  void theExamplesWithAReserve(String story, String log, boolean met) {
    Bidding reserved = AnAuction.of().withReserve("50").underWay().happens(story);

    assertThat(reserved.log()).isEqualTo(log);
    assertThat(reserved.auction().reserveMet()).contains(met);
    assertThat(reserved.history().stream().filter(ReserveMet.class::isInstance))
        .hasSize(met ? 1 : 0);
  }

  @Test
  void theChallengerIsToldThatTheProxyHasAnsweredAndTheLeaderIsNotDisturbed() {
    bidding.bidUpTo("ann", "100").bidUpTo("bob", "60");

    assertThat(bidding.told(Outbid.class))
        .containsExactly(new Outbid("bob", money("61"), money("62")));
    assertThat(bidding.automaticBids()).containsExactly("ann");
    assertThat(bidding.auction().bids()).isEqualTo(3);
  }

  @Test
  void whoIsBeatenHasBidHisMaximumAndIsToldSo() {
    bidding.bidUpTo("ann", "60").bidUpTo("bob", "100");

    assertThat(bidding.told(Outbid.class))
        .containsExactly(new Outbid("ann", money("61"), money("62")));
    assertThat(bidding.automaticBids()).containsExactly("ann");
  }

  @Test
  void theMaximumIsToldToItsBidderAlone() {
    bidding.bidUpTo("ann", "77");

    MaximumSet set = new MaximumSet("ann", money("77"));
    assertThat(bidding.told()).contains(set);
    assertThat(set.audience()).isEqualTo(Audience.only("ann"));
    assertThat(bidding.told().stream().filter(event -> event.audience().isEveryone()))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.toString()).doesNotContain("77"));
  }

  @Test
  void anAnswerLeavesTheRestOfTheMaximumStanding() {
    bidding.bidUpTo("ann", "100").bid("bob", "60").bid("bob", "80");

    assertThat(bidding.log()).isEqualTo("ann 10.00, bob 60.00, ann 61.00, bob 80.00, ann 81.00");
    assertThat(bidding.auction().standing().maximum()).contains(money("100"));
    assertThat(bidding.told(MaximumSet.class)).isEmpty();
  }

  @Test
  void aMaximumThatIsReachedIsNoneAnyMore() {
    bidding.bidUpTo("ann", "100").bid("bob", "100");

    assertThat(bidding.auction().leading().map(Bid::bidder)).contains("ann");
    assertThat(bidding.auction().standing().maximum()).isEmpty();
    assertThat(bidding.bid("bob", "101").auction().leading().map(Bid::bidder)).contains("bob");
  }

  @Test
  void theMaximumGoesWithTheLead() {
    bidding.bidUpTo("ann", "60").bid("bob", "100");
    assertThat(bidding.auction().standing().maximum()).isEmpty();
  }

  @Test
  void raisingHisOwnMaximumMovesNeitherThePriceNorTheEnd() {
    Bidding soft = AnAuction.of().withSoftClose(60, 60).underWay().bidUpTo("ann", "50");
    Auction before = soft.auction();

    soft.at(3_590).bidUpTo("ann", "100");

    assertThat(soft.told(MaximumSet.class)).containsExactly(new MaximumSet("ann", money("100")));
    assertThat(soft.told(BidPlaced.class)).isEmpty();
    assertThat(soft.auction().price()).isEqualTo(before.price());
    assertThat(soft.auction().endsAt()).isEqualTo(before.endsAt());
    assertThat(soft.auction().standing().maximum()).isEqualTo(Optional.of(money("100")));
  }

  @Test
  void aMaximumIsNotLoweredAndNotSetTwice() {
    bidding.bidUpTo("ann", "100");
    bidding.refuses(ErrorCode.ALREADY_LEADING, () -> bidding.bidUpTo("ann", "99"));
    bidding.refuses(ErrorCode.ALREADY_LEADING, () -> bidding.bidUpTo("ann", "100"));
    bidding.refuses(ErrorCode.ALREADY_LEADING, () -> bidding.bid("ann", "200"));
  }

  @Test
  void aMaximumBelowTheMinimumIsToldWhatItMustBe() {
    bidding.bidUpTo("ann", "100").bidUpTo("bob", "60");

    Refusal refusal = bidding.refuses(ErrorCode.TOO_LOW, () -> bidding.bidUpTo("bob", "61.99"));
    assertThat(refusal.members()).containsEntry("minimumBid", new BigDecimal("62.00"));
  }

  @Test
  void theFirstMaximumMustReachTheStartingPrice() {
    bidding.refuses(ErrorCode.TOO_LOW, () -> bidding.bidUpTo("ann", "9.99"));
  }

  @Test
  void nothingInTheLogTellsBidsOfTheHouseFromOthers() {
    bidding.bidUpTo("ann", "100").bid("bob", "60");

    assertThat(bidding.told(BidPlaced.class))
        .extracting(placed -> placed.bid().id())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("bid-\\d+"));
  }
}
