package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which bids are taken in an English auction, and what follows from them. */
class BiddingRulesTest {
  private static final Instant SOON_AFTER = OPENING.plusSeconds(60);

  private final Bidding bidding = AnAuction.of().underWay();

  @Test
  void theFirstBidNeedsTheStartingPriceOnly() {
    bidding.bid("ann", "10");

    Bid bid = new Bid("bid-1", "ann", money("10"));
    assertThat(bidding.told()).containsExactly(new BidPlaced(bid, money("10.50"), END, false));
    assertThat(bidding.auction().leading()).contains(bid);
    assertThat(bidding.auction().bids()).isEqualTo(1);
  }

  @Test
  void whoLedIsToldThatHeNoLongerDoes() {
    bidding.bid("ann", "10").bid("bob", "12");

    assertThat(bidding.told())
        .containsExactly(
            new BidPlaced(new Bid("bid-2", "bob", money("12")), money("12.50"), END, false),
            new Outbid("ann", money("12"), money("12.50")));
  }

  @Test
  void aBidBelowTheMinimumIsToldWhatItMustBe() {
    bidding.bid("ann", "10");

    Refusal refusal = bidding.refuses(ErrorCode.TOO_LOW, () -> bidding.bid("bob", "10.49"));
    assertThat(refusal.members()).isEqualTo(Map.of("minimumBid", new BigDecimal("10.50")));
  }

  @Test
  void theFirstBidAtTheOpeningOpensItThoughNobodyHasDeclaredItOpen() {
    Bidding scheduled = AnAuction.of().openingAt(SOON_AFTER).underWay().at(SOON_AFTER);

    scheduled.bid("ann", "10");

    assertThat(scheduled.auction().status()).isEqualTo(AuctionStatus.OPEN);
    assertThat(scheduled.told()).hasSize(2).first().isEqualTo(new AuctionOpened(money("10"), END));
  }

  @Test
  void aReceiptIsOfTheBidThatSomebodyMadeHimself() {
    Auction led = bidding.bidUpTo("ann", "100").auction();
    Ruling ruling =
        new AuctionRules(SealedBids.NONE, () -> "b")
            .placeBid(led, new Offer.Plain("bob", money("60")), bidding.now());

    assertThat(Receipt.of(ruling, "bob").bid()).isEqualTo(new Bid("b", "bob", money("60")));
    assertThat(Receipt.of(ruling, "bob").leading()).contains(false);
    assertThat(Receipt.of(ruling, "bob").maximum()).isEmpty();
  }
}
