package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.BidsCounted;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.journal.Audience;
import org.junit.jupiter.api.Test;

/** Everybody bids unseen; the highest buys, and pays his bid or the second highest. */
class SealedBidAuctionTest {
  private final Bidding bidding = sealed(Pricing.SECOND_PRICE).underWay();

  @Test
  void untilTheEndEverybodySeesTheNumberOfBiddersAndNothingElse() {
    Bidding reserved = sealed(Pricing.FIRST_PRICE).withReserve("40").underWay();
    reserved.bid("ann", "77").bid("bob", "66").bid("ann", "88");

    Auction auction = reserved.auction();
    assertThat(auction.price()).isEqualTo(money("10"));
    assertThat(auction.minimumBid()).isEqualTo(money("10"));
    assertThat(auction.leading()).isEmpty();
    assertThat(auction.reserveMet()).isEmpty();
    assertThat(auction.bidsAreHidden()).isTrue();
    assertThat(auction.bids()).isEqualTo(2);
    assertThat(reserved.history())
        .filteredOn(event -> event.audience().isEveryone())
        .containsExactly(new BidsCounted(1), new BidsCounted(2));
  }

  @Test
  void aSealedBidIsToldToItsBidderAlone() {
    bidding.bid("ann", "50");

    BidSealed placed = new BidSealed(new Bid("bid-1", "ann", money("50")));
    assertThat(bidding.told()).containsExactly(placed, new BidsCounted(1));
    assertThat(placed.audience()).isEqualTo(Audience.only("ann"));
  }

  @Test
  void inTheEndTheWholeLogIsOpenedInTheOrderOfTheBids() {
    bidding.bid("ann", "30").bid("bob", "50").bid("ann", "40").byTheEnd();

    assertThat(bidding.told())
        .startsWith(
            new BidOpened(new Bid("bid-2", "bob", money("50"))),
            new BidOpened(new Bid("bid-3", "ann", money("40"))))
        .hasSize(3)
        .last()
        .isInstanceOf(AuctionEnded.class);
    assertThat(bidding.auction().bidsAreHidden()).isFalse();
    assertThat(bidding.auction().leading().map(Bid::bidder)).contains("bob");
    assertThat(bidding.auction().price()).isEqualTo(money("40"));
  }

  private static AnAuction sealed(Pricing pricing) {
    return AnAuction.of().sealed(pricing);
  }
}
