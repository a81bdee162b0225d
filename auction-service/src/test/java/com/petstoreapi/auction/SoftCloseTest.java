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
