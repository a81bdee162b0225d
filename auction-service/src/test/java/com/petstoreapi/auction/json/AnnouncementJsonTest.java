package com.petstoreapi.auction.json;

import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import org.junit.jupiter.api.Test;

class AnnouncementJsonTest {
  private final Bidding bidding = AnAuction.of().underWay();

  @Test
  void anAuctionThatGoesOnHasAPrice() {
    assertThat(announced(bidding.bid("ann", "10").bid("bob", "12")))
        .isEqualTo(
            "{\"auctionId\":\"a-1\",\"petId\":\"019b4132\",\"title\":\"Rex\",\"amount\":12.00,"
                + "\"currency\":\"USD\",\"status\":\"OPEN\"}");
  }

  @Test
  void whoWatchesIsToldWhenItEnds() {
    Bidding scheduled = AnAuction.of().openingAt(OPENING.plusSeconds(600)).underWay();
    assertThat(announced(scheduled.at(600).byTheClock()))
        .isEqualTo(
            "{\"auctionId\":\"a-1\",\"petId\":\"019b4132\",\"title\":\"Rex\",\"amount\":10.00,"
                + "\"currency\":\"USD\",\"status\":\"OPEN\","
                + "\"endsAt\":\"2026-03-01T13:00:00.000Z\"}");
  }

  @Test
  void aSaleTellsWhoBoughtForHowMuch() {
    assertThat(announced(bidding.bid("ann", "10").byTheEnd()))
        .isEqualTo(
            "{\"auctionId\":\"a-1\",\"petId\":\"019b4132\",\"title\":\"Rex\",\"amount\":10.00,"
                + "\"currency\":\"USD\",\"status\":\"SOLD\",\"winner\":\"ann\"}");
  }

  @Test
  void whereTheSecondPriceCountsThatIsTheAmount() {
    Bidding sealed = AnAuction.of().sealed(Pricing.SECOND_PRICE).underWay();
    assertThat(announced(sealed.bid("ann", "90").bid("bob", "60").byTheEnd()))
        .contains("\"amount\":60.00", "\"winner\":\"ann\"");
  }

  @Test
  void aWinnerWhoIsAnonymousGoesByHisPseudonym() {
    Bidding anonymous = AnAuction.of().anonymous().underWay();
    assertThat(announced(anonymous.bid("ann", "10").byTheEnd()))
        .contains("\"winner\":\"" + AnAuction.PSEUDONYMS.of("ann") + "\"")
        .doesNotContain("\"ann\"");
  }

  @Test
  void withoutASaleThereIsNoPriceAndNoWinner() {
    assertThat(announced(bidding.byTheEnd())).contains("UNSOLD").doesNotContain("amount", "winner");
  }

  @Test
  void whatWasCancelledHasNoPriceThoughThereWereBids() {
    bidding.bid("ann", "10").cancelledBy(new Actor("admin", true));
    assertThat(announced(bidding)).contains("CANCELLED").doesNotContain("amount", "winner");
  }

  private static String announced(Bidding bidding) {
    Ruling ruling = new Ruling(bidding.auction(), bidding.told());
    return AnnouncementJson.data(Announcement.of(ruling).get(0));
  }
}
