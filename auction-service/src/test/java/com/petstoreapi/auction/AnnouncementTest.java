package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.journal.Audience;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private final Bidding bidding = AnAuction.of().underWay();

  @Test
  void aFirstBidIsAnnouncedToNobody() {
    assertThat(announced(bidding.bidUpTo("ann", "10"))).isEmpty();
  }

  @Test
  void whoWasOutbidIsTold() {
    assertThat(announced(bidding.bid("ann", "10").bid("bob", "20")))
        .containsExactly(new Announcement(Kind.OUTBID, Audience.only("ann"), bidding.auction()));
  }

  @Test
  void whoMeetsAHigherProxyIsToldAsWell() {
    assertThat(announced(bidding.bidUpTo("ann", "100").bid("bob", "20")))
        .containsExactly(new Announcement(Kind.OUTBID, Audience.only("bob"), bidding.auction()));
  }

  @Test
  void aSaleIsOneAnnouncementThatKnowsTheWinner() {
    assertThat(announced(bidding.bid("ann", "10").byTheEnd()))
        .containsExactly(new Announcement(Kind.SOLD, Audience.only("ann"), bidding.auction()));
  }

  @Test
  void anEndWithoutASaleIsToldToAll() {
    assertThat(announced(bidding.byTheEnd()))
        .containsExactly(new Announcement(Kind.ENDED, Audience.EVERYONE, bidding.auction()));
  }

  @Test
  void soIsACancellation() {
    bidding.bid("ann", "10").cancelledBy(new Actor("admin", true));
    assertThat(announced(bidding))
        .containsExactly(new Announcement(Kind.ENDED, Audience.EVERYONE, bidding.auction()));
  }

  @Test
  void whoWatchesThePetIsToldOfTheOpeningAndOfTheNearEnd() {
    Bidding scheduled = AnAuction.of().openingAt(OPENING.plusSeconds(600)).underWay();

    assertThat(announced(scheduled.at(600).byTheClock()))
        .containsExactly(new Announcement(Kind.OPENED, Audience.EVERYONE, scheduled.auction()));
    assertThat(announced(scheduled.at(END.minusSeconds(60)).byTheClock()))
        .containsExactly(
            new Announcement(Kind.ENDING_SOON, Audience.EVERYONE, scheduled.auction()));
    assertThat(Kind.values())
        .filteredOn(Kind::isForWatchers)
        .containsExactly(Kind.OPENED, Kind.ENDING_SOON);
  }

  private static List<Announcement> announced(Bidding bidding) {
    return Announcement.of(new Ruling(bidding.auction(), bidding.told()));
  }
}
