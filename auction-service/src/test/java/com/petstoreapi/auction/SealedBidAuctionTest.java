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
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.journal.Audience;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody bids unseen; the highest buys, and pays his bid or the second highest. */
class SealedBidAuctionTest {
  private final Bidding bidding = sealed(Pricing.SECOND_PRICE).underWay();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann 30, bob 50, cid 40          | SOLD to bob for 50.00 | SOLD to bob for 40.00
          ann 30                          | SOLD to ann for 30.00 | SOLD to ann for 10.00
          ann 50, bob 50                  | SOLD to ann for 50.00 | SOLD to ann for 50.00
          ann 30, bob 50, ann 60          | SOLD to ann for 60.00 | SOLD to ann for 50.00
          ann 90, bob 50, ann 40          | SOLD to bob for 50.00 | SOLD to bob for 40.00
          ann 50, bob 50, ann 50          | SOLD to bob for 50.00 | SOLD to bob for 50.00
          """)
  void theHighestBuys(String story, String firstPrice, String secondPrice) {
    assertThat(sealed(Pricing.FIRST_PRICE).underWay().happens(story).byTheEnd().outcome())
        .isEqualTo(firstPrice);
    assertThat(bidding.happens(story).byTheEnd().outcome()).isEqualTo(secondPrice);
  }

  /** The same with a reserve of 40. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann 39, bob 30   | UNSOLD                | UNSOLD
          ann 40           | SOLD to ann for 40.00 | SOLD to ann for 40.00
          ann 90, bob 30   | SOLD to ann for 90.00 | SOLD to ann for 40.00
          ann 90, bob 60   | SOLD to ann for 90.00 | SOLD to ann for 60.00
          """)
  void theReserveIsTheLeastPrice(String story, String firstPrice, String secondPrice) {
    Bidding first = sealed(Pricing.FIRST_PRICE).withReserve("40").underWay();
    Bidding second = sealed(Pricing.SECOND_PRICE).withReserve("40").underWay();

    assertThat(first.happens(story).byTheEnd().outcome()).isEqualTo(firstPrice);
    assertThat(second.happens(story).byTheEnd().outcome()).isEqualTo(secondPrice);
  }

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
  void inTheEndTheWholeLogIsOpened() {
    bidding.bid("ann", "30").bid("bob", "50").bid("ann", "40").byTheEnd();

    assertThat(bidding.told(BidOpened.class))
        .containsExactly(
            new BidOpened(new Bid("bid-2", "bob", money("50"))),
            new BidOpened(new Bid("bid-3", "ann", money("40"))));
    assertThat(bidding.told()).last().isInstanceOf(AuctionEnded.class);
    assertThat(bidding.auction().bidsAreHidden()).isFalse();
    assertThat(bidding.auction().leading().map(Bid::bidder)).contains("bob");
    assertThat(bidding.auction().price()).isEqualTo(money("40"));
  }

  @Test
  void eachBidIsOpenedByItselfInTheOrderInWhichTheyWereSealed() {
    List<String> bidders = IntStream.rangeClosed(1, 201).mapToObj(i -> "bidder-" + i).toList();
    bidders.forEach(bidder -> bidding.bid(bidder, bidder.replace("bidder-", "1")));
    bidding.byTheEnd();

    assertThat(bidding.told(BidOpened.class))
        .extracting(opened -> opened.bid().bidder())
        .isEqualTo(bidders);
    assertThat(bidding.outcome()).isEqualTo("SOLD to bidder-201 for 1200.00");
  }

  @Test
  void theyAreOpenedThoughTheReserveWasNotMet() {
    Bidding reserved = sealed(Pricing.FIRST_PRICE).withReserve("40").underWay();
    reserved.bid("ann", "30").byTheEnd();

    assertThat(reserved.told(BidOpened.class)).hasSize(1);
    assertThat(reserved.auction().leading()).isEmpty();
    assertThat(reserved.auction().reserveMet()).contains(false);
  }

  @Test
  void thoseOfACancelledAuctionStayClosed() {
    bidding.bid("ann", "30").cancelledBy(new Actor("admin", true));

    assertThat(bidding.told(BidOpened.class)).isEmpty();
    assertThat(bidding.auction().bidsAreHidden()).isTrue();
  }

  @Test
  void withoutBidsItStaysUnsold() {
    assertThat(bidding.byTheEnd().told()).hasSize(1);
    assertThat(bidding.outcome()).isEqualTo("UNSOLD");
  }

  @Test
  void aBidReachesTheStartingPriceAndIsNotByProxy() {
    bidding.refuses(ErrorCode.TOO_LOW, () -> bidding.bid("ann", "9.99"));
    bidding.refuses(ErrorCode.INVALID_MESSAGE, () -> bidding.bidUpTo("ann", "50"));
    bidding.refuses(ErrorCode.INVALID_TRANSITION, () -> bidding.buyNow("ann"));
  }

  private static AnAuction sealed(Pricing pricing) {
    return AnAuction.of().sealed(pricing);
  }
}
