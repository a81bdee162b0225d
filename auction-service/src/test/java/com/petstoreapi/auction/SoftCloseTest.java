package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second does not decide. */
class SoftCloseTest {
  @ParameterizedTest
  @CsvSource({"3599, 3659", "3580, 3640", "3570, 3630", "3569, 3600", "0, 3600"})
  void aBidWithinTheWindowMovesTheEndToTheExtensionAfterIt(
      long bidAfterSeconds, long endAfterSeconds) {
    Bidding soft = AnAuction.of().withSoftClose(30, 60).underWay();
    Instant end = OPENING.plusSeconds(endAfterSeconds);

    soft.at(bidAfterSeconds).bid("ann", "10");

    assertThat(soft.auction().endsAt()).isEqualTo(end);
    assertThat(soft.told(Extended.class))
        .isEqualTo(end.equals(END) ? List.of() : List.of(new Extended(end)));
    assertThat(soft.told(BidPlaced.class)).extracting(BidPlaced::endsAt).containsExactly(end);
  }

  @ParameterizedTest
  @CsvSource({"3599, 3609", "3591, 3601", "3590, 3600", "3580, 3600"})
  void theEndNeverMovesNearer(long bidAfterSeconds, long endAfterSeconds) {
    Bidding soft = AnAuction.of().withSoftClose(30, 10).underWay();

    soft.at(bidAfterSeconds).bid("ann", "10");

    assertThat(soft.auction().endsAt()).isEqualTo(OPENING.plusSeconds(endAfterSeconds));
    assertThat(soft.told(Extended.class)).hasSize(endAfterSeconds == 3_600 ? 0 : 1);
  }

  @Test
  void theNextBidMovesItAgain() {
    Bidding soft = AnAuction.of().withSoftClose(30, 30).underWay();

    soft.at(3_599).bid("ann", "10").at(3_628).bid("bob", "20").at(3_657).bid("ann", "30");

    assertThat(soft.auction().endsAt()).isEqualTo(OPENING.plusSeconds(3_687));
    assertThat(soft.byTheEnd().outcome()).isEqualTo("SOLD to ann for 30.00");
  }

  @Test
  void anAnswerOfTheHouseDoesNotMoveItTwice() {
    Bidding soft = AnAuction.of().withSoftClose(30, 30).underWay().bidUpTo("ann", "100");

    soft.at(3_599).bid("bob", "60");

    assertThat(soft.told(Extended.class)).hasSize(1);
    assertThat(soft.auction().endsAt()).isEqualTo(OPENING.plusSeconds(3_629));
  }

  @Test
  void aHailOfBidsMovesTheEndNoFurtherThanOne() {
    Bidding hail = AnAuction.of().risingBy("1").withSoftClose(30, 20).underWay().at(3_599);
    for (int i = 0; i < 1_000; i++) {
      hail.bid(i % 2 == 0 ? "ann" : "bob", Integer.toString(10 + i));
    }
    assertThat(hail.auction().endsAt()).isEqualTo(OPENING.plusSeconds(3_619));
  }

  @Test
  void theLatestEndIsNotPassed() {
    Instant latest = END.plusSeconds(40);
    Bidding soft = AnAuction.of().withSoftClose(30, 30).notBeyond(latest).underWay();

    soft.at(3_599).bid("ann", "10").at(3_628).bid("bob", "20");
    assertThat(soft.told(Extended.class)).containsExactly(new Extended(latest));

    soft.at(3_639).bid("ann", "30");
    assertThat(soft.told(Extended.class)).isEmpty();
    assertThat(soft.auction().endsAt()).isEqualTo(latest);
  }

  @Test
  void theLatestEndIsNotBeforeTheEnd() {
    AnAuction odd = AnAuction.of().withSoftClose(30, 30).notBeyond(END.minusMillis(1));
    assertThatExceptionOfType(Refusal.class).isThrownBy(odd::admitted);
    assertThat(AnAuction.of().withSoftClose(30, 30).notBeyond(END).admitted().endsAt())
        .isEqualTo(END);
  }
}
