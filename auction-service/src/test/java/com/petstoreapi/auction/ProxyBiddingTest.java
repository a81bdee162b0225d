package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The house bids for somebody, up to his maximum and by the smallest steps. */
class ProxyBiddingTest {
  private final Bidding bidding = AnAuction.of().underWay();

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
  void aMaximumThatIsReachedIsNoneAnyMore() {
    bidding.bidUpTo("ann", "100").bid("bob", "100");

    assertThat(bidding.auction().leading().map(Bid::bidder)).contains("ann");
    assertThat(bidding.auction().standing().maximum()).isEmpty();
    assertThat(bidding.bid("bob", "101").auction().leading().map(Bid::bidder)).contains("bob");
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
  void aMaximumBelowTheMinimumIsToldWhatItMustBe() {
    bidding.bidUpTo("ann", "100").bidUpTo("bob", "60");

    Refusal refusal = bidding.refuses(ErrorCode.TOO_LOW, () -> bidding.bidUpTo("bob", "61.99"));
    assertThat(refusal.members()).containsEntry("minimumBid", new BigDecimal("62.00"));
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
