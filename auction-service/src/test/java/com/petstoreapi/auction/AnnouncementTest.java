package com.petstoreapi.auction;

import static com.petstoreapi.auction.support.AnAuction.END;
import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.bid;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.journal.Audience;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private final Auction fresh = AnAuction.of().admitted();
  private final Auction led = AuctionRules.placeBid(fresh, bid("ann", "10"), OPENING).auction();

  @Test
  void aFirstBidIsAnnouncedToNobody() {
    assertThat(Announcement.of(AuctionRules.placeBid(fresh, bid("ann", "10"), OPENING))).isEmpty();
  }

  @Test
  void whoWasOutbidIsTold() {
    Ruling ruling = AuctionRules.placeBid(led, bid("bob", "20"), OPENING);
    assertThat(Announcement.of(ruling))
        .containsExactly(new Announcement(Kind.OUTBID, Audience.only("ann"), ruling.auction()));
  }

  @Test
  void theEndIsToldToAllAndTheWinnerOfHisLuck() {
    Ruling ruling = AuctionRules.byTheClock(led, END);
    assertThat(Announcement.of(ruling))
        .containsExactly(
            new Announcement(Kind.ENDED, Audience.EVERYONE, ruling.auction()),
            new Announcement(Kind.WON, Audience.only("ann"), ruling.auction()));
  }

  @Test
  void withoutASaleNobodyHasWon() {
    assertThat(Announcement.of(AuctionRules.byTheClock(fresh, END)))
        .extracting(Announcement::kind)
        .containsExactly(Kind.ENDED);
  }
}
