package com.petstoreapi.auction.socket;

import static com.petstoreapi.auction.support.AnAuction.bid;
import static com.petstoreapi.auction.support.AnAuction.money;
import static com.petstoreapi.socket.CommonMessages.POSITION;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.BidsCounted;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.BuyNow;
import com.petstoreapi.auction.Receipt;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.Sale;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.auction.json.EventJson;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.contract.Channel;
import com.petstoreapi.contract.Contract;
import com.petstoreapi.contract.Witness;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.presence.support.PresenceMessages;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.socket.CommonMessages;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in auctions is what the AsyncAPI document says, and all of it. */
class AuctionContractTest {
  private static final Contract CONTRACT = Contract.of(AsyncApiDocument.read().toString());
  private static final Channel SOCKET = CONTRACT.channel("auction");

  /** Edge makes these, and looks at their form. */
  private static final Set<String> OF_ALL_STREAMS =
      Set.of("hello", "heartbeat", "auth-expiring", "reset", "refused");

  private static final Auction AUCTION = AnAuction.of().admitted();

  /** One of each kind, and of those that may leave something out two. */
  private static final List<AuctionEvent> EVENTS =
      List.of(
          new AuctionOpened(money("10"), AnAuction.END),
          new BidPlaced(bid("ann", "10.50"), money("11"), AnAuction.END, false),
          new MaximumSet("ann", money("50")),
          new Outbid("ann", money("11"), money("12")),
          new ReserveMet(),
          new Extended(AnAuction.END),
          new PriceDropped(money("9"), money("10"), Optional.of(AnAuction.END)),
          new PriceDropped(money("5"), money("6"), Optional.empty()),
          new BidSealed(bid("ann", "10")),
          new BidsCounted(3),
          new BidOpened(bid("ann", "10")),
          new EndingSoon(AnAuction.END),
          new AuctionEnded(AuctionStatus.UNSOLD, Optional.empty(), AnAuction.END),
          new AuctionEnded(AuctionStatus.CANCELLED, Optional.empty(), AnAuction.END),
          new AuctionEnded(
              AuctionStatus.SOLD,
              Optional.of(new Sale(bid("ann", "10"), money("10"))),
              AnAuction.END));

  @Test
  void noKindOfEventIsForgottenHere() {
    assertThat(EVENTS.stream().<Class<?>>map(Object::getClass))
        .contains(AuctionEvent.class.getPermittedSubclasses());
  }

  @Test
  void theSocketSaysWhatTheDocumentSays() {
    Witness witness = new Witness(SOCKET);
    CommonMessages.all().forEach(witness::told);
    CommonMessages.resets("auctionId").forEach(witness::told);
    witness.told(PresenceMessages.one());
    EVENTS.forEach(event -> witness.told(CommonMessages.event(draft(event))));
    snapshots().forEach(witness::told);
    receipts().map(CommonMessages::accepted).forEach(witness::told);
    witness.told(ServerMessages.watching("rex", List.of("a-1")));
    witness.told(ServerMessages.unwatched("rex"));

    assertThat(witness.unheard()).isEmpty();
  }

  @Test
  void soDoesTheStream() {
    Witness witness = new Witness(CONTRACT.channel("auctionEvents"));
    EVENTS.stream()
        .map(AuctionContractTest::draft)
        .forEach(draft -> witness.told(draft.type(), draft.data()));

    assertThat(witness.unheard()).isEqualTo(OF_ALL_STREAMS);
  }

  @Test
  void theExamplesOfTheWholeDocumentFit() {
    assertThat(CONTRACT.badExamples()).isEmpty();
  }

  static Stream<String> examples() {
    return SOCKET.saidTypes().stream().flatMap(type -> SOCKET.saidExamples(type).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfWhatClientsSayAreUnderstood(String example) {
    JsonObject object = JsonText.parse(example).asJsonObject();
    if (CommonMessages.heard(example).isEmpty()) {
      assertThat(ClientMessage.of(object.getString("type"), object)).isNotNull();
    }
  }

  private static Stream<String> snapshots() {
    return Stream.of(
            AnAuction.of().withReserve("30").withSoftClose(30, 60).underWay().bid("ann", "10"),
            AnAuction.of()
                .withSoftClose(30, 60)
                .notBeyond(AnAuction.END.plusSeconds(600))
                .risingBy("5")
                .withBuyNow("100", BuyNow.Until.FIRST_BID)
                .underWay(),
            AnAuction.of().falling("1", 10, "5").anonymous().underWay(),
            AnAuction.of().sealed(Pricing.FIRST_PRICE).underWay().bid("ann", "20"),
            AnAuction.of().sealed(Pricing.SECOND_PRICE).underWay().bid("ann", "20").byTheEnd(),
            AnAuction.of().openingAt(AnAuction.OPENING.plusSeconds(600)).underWay(),
            AnAuction.of().underWay().cancelledBy(new Actor("admin", true)))
        .map(bidding -> ServerMessages.snapshot(new Snapshot(bidding.auction(), POSITION), 3));
  }

  private static Stream<String> receipts() {
    return Stream.of(
            AnAuction.of().underWay().bid("ann", "10"),
            AnAuction.of().underWay().bidUpTo("ann", "50"),
            AnAuction.of().sealed(Pricing.FIRST_PRICE).underWay().bid("ann", "20"))
        .map(AuctionContractTest::receipt);
  }

  private static String receipt(Bidding bidding) {
    Ruling ruling = new Ruling(bidding.auction(), bidding.told());
    return BidJson.receipt(Receipt.of(ruling, "ann"), "ann", POSITION);
  }

  private static Draft draft(AuctionEvent event) {
    return EventJson.draft(AUCTION, event, AnAuction.OPENING);
  }
}
