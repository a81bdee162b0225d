package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What time alone brings about, and when it is looked at. */
class AuctionClockTest {
  private static final Instant LATER = OPENING.plusSeconds(600);
  private static final Instant SOON = END.minusSeconds(300);

  private final Bidding bidding = AnAuction.of().underWay();

  @Test
  void theOpeningIsToldWhenItComes() {
    Bidding scheduled = AnAuction.of().openingAt(LATER).underWay();

    assertThat(scheduled.at(LATER.minusMillis(1)).byTheClock().told()).isEmpty();
    assertThat(scheduled.at(LATER).byTheClock().told())
        .containsExactly(new AuctionOpened(money("10"), END));
    assertThat(scheduled.byTheClock().told()).isEmpty();
  }

  @Test
  void anEndThatHasMovedBeforeIsToldWhenItIsNear() {
    Bidding soft = AnAuction.of().withSoftClose(3_600, 3_600).underWay().at(600).bid("ann", "10");

    assertThat(soft.at(SOON).byTheClock().told()).isEmpty();
    assertThat(soft.at(SOON.plusSeconds(600)).byTheClock().told())
        .containsExactly(new EndingSoon(END.plusSeconds(600)));
  }

  @Test
  void anAuctionOfFiveMinutesIsAlwaysNearItsEndAndNothingIsSaidOfIt() {
    Bidding brief = AnAuction.of().endingAt(OPENING.plusSeconds(300)).underWay();
    assertThat(brief.at(299).byTheClock().told()).isEmpty();

    Bidding longer = AnAuction.of().endingAt(OPENING.plusMillis(300_001)).underWay();
    assertThat(longer.at(299).byTheClock().told(EndingSoon.class)).hasSize(1);
  }

  @Test
  void theClockIsLookedAtForOpeningReminderAndEnd() {
    Bidding scheduled = AnAuction.of().openingAt(LATER).underWay();

    assertThat(scheduled.nextMoment()).contains(LATER);
    assertThat(scheduled.at(LATER).byTheClock().nextMoment()).contains(SOON);
    assertThat(scheduled.at(SOON).byTheClock().nextMoment()).contains(END);
    assertThat(scheduled.at(END).byTheClock().nextMoment()).isEmpty();
  }

  @Test
  void inADutchAuctionItIsLookedAtForEachDropUntilTheFloor() {
    Bidding falling = AnAuction.of().startingAt("100").falling("30", 600, "40").underWay();

    assertThat(falling.nextMoment()).contains(OPENING.plusSeconds(600));
    assertThat(falling.at(600).byTheClock().told(PriceDropped.class)).hasSize(1);
    assertThat(falling.nextMoment()).contains(OPENING.plusSeconds(1_200));
    assertThat(falling.at(1_200).byTheClock().nextMoment()).contains(SOON);
  }
}
