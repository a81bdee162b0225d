package com.petstoreapi.auction.json;

import static com.petstoreapi.auction.support.AnAuction.OPENING;
import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.auction.Receipt;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuctionJsonTest {
  private static final Position POSITION = new Position(17, "k3f9");

  private final Bidding bidding =
      AnAuction.of().withReserve("30").withSoftClose(3600, 3600).underWay().bid("ann", "10.50");

  @Test
  void theStateTellsAllButTheReserve() {
    assertThat(AuctionJson.state(new Snapshot(bidding.auction(), POSITION), 3))
        .hasToString(
            "{\"id\":\"a-1\",\"petId\":\"019b4132\",\"sellerId\":\"seller\",\"title\":\"Rex\","
                + "\"format\":\"english\",\"startingPrice\":10.00,"
                + "\"softClose\":{\"windowSeconds\":3600,\"extensionSeconds\":3600},"
                + "\"bidders\":\"visible\",\"status\":\"OPEN\",\"price\":10.50,"
                + "\"currency\":\"USD\",\"highBidder\":\"ann\",\"reserveMet\":false,"
                + "\"minimumBid\":11.00,\"opensAt\":\"2026-03-01T12:00:00.000Z\","
                + "\"endsAt\":\"2026-03-01T13:01:00.000Z\",\"bids\":1,\"watchers\":3,"
                + "\"position\":\"17-k3f9\"}");
  }

  @Test
  void whatIsNotThereIsLeftOut() {
    Auction plain = AnAuction.of().admitted();
    assertThat(AuctionJson.state(new Snapshot(plain, POSITION), 0))
        .doesNotContainKeys("highBidder", "reserveMet");
  }

  @Test
  void eventsBearTheirAudienceAndTheirPet() {
    List<Draft> drafts = drafts(bidding.at(90).bid("bob", "30"));

    assertThat(drafts)
        .extracting(Draft::type)
        .containsExactly("bid", "outbid", "reserve-met", "extended");
    assertThat(drafts).extracting(Draft::subject).containsOnly("019b4132");
    assertThat(drafts)
        .filteredOn(draft -> !draft.audience().isEveryone())
        .singleElement()
        .isEqualTo(
            new Draft(
                "outbid",
                Audience.only("ann"),
                "019b4132",
                "{\"auctionId\":\"a-1\",\"newAmount\":30.00,\"minimumBid\":31.00,"
                    + "\"at\":\"2026-03-01T12:00:00.000Z\"}"));
  }

  @Test
  void anEndWithoutASaleHasNoWinner() {
    List<Draft> drafts = drafts(bidding.byTheEnd());

    assertThat(drafts)
        .extracting(Draft::data)
        .containsExactly(
            "{\"auctionId\":\"a-1\",\"status\":\"UNSOLD\",\"endedAt\":\"2026-03-01T13:01:00.000Z\",\"at\":\"2026-03-01T12:00:00.000Z\"}");
  }

  @Test
  void anEndWithASaleTellsWhoBoughtForHowMuch() {
    Draft end = drafts(bidding.bid("bob", "30").byTheEnd()).get(0);

    assertThat(end.data())
        .contains("\"winner\":\"bob\",\"bidId\":\"bid-2\",\"amount\":30.00,\"currency\":\"USD\"");
  }

  @Test
  void aBidIsReadBackFromItsEvent() {
    Draft draft = drafts(bidding.bid("bob", "30")).get(0);

    assertThat(BidJson.logged(draft.data(), POSITION, OPENING))
        .isEqualTo(new LoggedBid(new Bid("bid-2", "bob", money("30")), POSITION, OPENING));
  }

  @Test
  void aReceiptSaysWhereTheBidIsAndNoMoreThanItsBidderMayKnow() {
    assertThat(receipt(bidding.bid("bob", "30"), "bob"))
        .isEqualTo(
            "{\"bidId\":\"bid-2\",\"userId\":\"bob\",\"amount\":30.00,\"leading\":true,"
                + "\"position\":\"17-k3f9\"}");
    assertThat(receipt(bidding.bidUpTo("cid", "50"), "cid"))
        .contains("\"amount\":31.00,\"max\":50.00,\"leading\":true");
    assertThat(receipt(bidding.bid("bob", "40"), "bob"))
        .contains("\"amount\":40.00,\"leading\":false")
        .doesNotContain("max");
    assertThat(receipt(bidding.bidUpTo("cid", "60"), "cid"))
        .contains("\"amount\":41.00,\"max\":60.00,\"leading\":true");
  }

  @Test
  void aReceiptOfASealedBidDoesNotSayWhoLeads() {
    Bidding sealed = AnAuction.of().sealed(Pricing.FIRST_PRICE).underWay().bid("ann", "20");
    assertThat(receipt(sealed, "ann")).contains("\"amount\":20.00").doesNotContain("leading");
  }

  @Test
  void anAnnouncementTellsThePriceOnlyWhereThereIsOne() {
    assertThat(announced(bidding.bid("bob", "12")))
        .isEqualTo(
            "{\"auctionId\":\"a-1\",\"petId\":\"019b4132\",\"title\":\"Rex\",\"amount\":12.00,"
                + "\"currency\":\"USD\",\"status\":\"OPEN\"}");
    assertThat(announced(bidding.byTheEnd())).doesNotContain("amount").contains("UNSOLD");
  }

  @Test
  void anonymousBiddersGoByTheirPseudonyms() {
    Bidding anonymous = AnAuction.of().anonymous().underWay().bid("ann", "10");
    String name = AnAuction.PSEUDONYMS.of("ann");

    assertThat(drafts(anonymous).get(0).data()).contains(name).doesNotContain("\"ann\"");
    assertThat(AuctionJson.state(new Snapshot(anonymous.auction(), POSITION), 0))
        .asString()
        .contains(name)
        .doesNotContain("\"ann\"");
    assertThat(drafts(anonymous.byTheEnd()).get(0).data()).contains(name).doesNotContain("\"ann\"");
  }

  private static List<Draft> drafts(Bidding bidding) {
    return bidding.told().stream().map(event -> draft(bidding.auction(), event)).toList();
  }

  private static Draft draft(Auction auction, AuctionEvent event) {
    return EventJson.draft(auction, event, OPENING);
  }

  private static String receipt(Bidding bidding, String bidder) {
    Ruling ruling = new Ruling(bidding.auction(), bidding.told());
    return BidJson.receipt(Receipt.of(ruling, bidder), bidder, POSITION);
  }

  private static String announced(Bidding bidding) {
    Ruling ruling = new Ruling(bidding.auction(), bidding.told());
    return AnnouncementJson.data(Announcement.of(ruling).get(0));
  }
}
