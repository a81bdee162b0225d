package com.petstoreapi.auction.store;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.desk.ClosingClock;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.JournalFold;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Auctions of all formats, kept and found again. */
class FormatsTest {
  private static final Instant IN_AN_HOUR =
      Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
  private static final int COMMANDS = 60;

  private final Saleroom saleroom = new Saleroom();

  static Stream<AnAuction> auctions() {
    return Stream.of(
        AnAuction.of(),
        AnAuction.of().withReserve("80").risingBy("2"),
        AnAuction.of().anonymous().withSoftClose(3_600, 5_000),
        AnAuction.of().withSoftClose(3_600, 4_000).notBeyond(IN_AN_HOUR.plusSeconds(9)),
        AnAuction.of().withReserve("80").withBuyNow("150", Until.RESERVE_MET),
        AnAuction.of().withBuyNow("20", Until.FIRST_BID),
        AnAuction.of().startingAt("100").falling("7", 60, "30.50"),
        AnAuction.of().sealed(Pricing.FIRST_PRICE).anonymous(),
        AnAuction.of().sealed(Pricing.SECOND_PRICE).withReserve("40"));
  }

  @ParameterizedTest
  @MethodSource("auctions")
  void whatIsPutDownIsReadBack(AnAuction auction) {
    String id = saleroom.open(auction.endingAt(IN_AN_HOUR));

    assertThat(find(id).terms()).isEqualTo(auction.proposed().terms());
    assertThat(find(id).price()).isEqualTo(auction.proposed().terms().startingPrice());
    assertThat(find(id).endsAt()).isEqualTo(IN_AN_HOUR);
  }

  @ParameterizedTest
  @MethodSource("auctions")
  void theJournalReplayedFromZeroGivesTheStoredState(AnAuction auction) {
    String id = saleroom.open(auction.endingAt(IN_AN_HOUR));
    Auction admitted = find(id);
    Random random = new Random(id.hashCode());
    for (int i = 0; i < COMMANDS; i++) {
      attempt(id, random);
      assertThat(JournalFold.of(admitted, journal(id))).isEqualTo(JournalFold.byNames(find(id)));
    }
    if (!find(id).isOver()) {
      close(id);
    }
    assertThat(JournalFold.of(admitted, journal(id))).isEqualTo(JournalFold.byNames(find(id)));
    assertThat(find(id).isOver()).isTrue();
  }

  @Test
  void aBidByProxyStandsWhenTheServiceHasForgottenIt() {
    String id = saleroom.open(AnAuction.of().endingAt(IN_AN_HOUR));
    saleroom.bidUpTo(id, "ann", "50");
    String receipt = new Saleroom(saleroom.database()).bid(id, "bob", "30");

    assertThat(receipt).contains("\"amount\":30.00", "\"leading\":false");
    assertThat(find(id).leading().map(Bid::bidder)).contains("ann");
    assertThat(find(id).price()).isEqualTo(money("31"));
    assertThat(find(id).standing().maximum()).contains(money("50"));
  }

  @Test
  void nothingOfASealedBidShowsUntilAllAreOpened() {
    String id = saleroom.open(AnAuction.of().sealed(Pricing.SECOND_PRICE).endingAt(IN_AN_HOUR));
    saleroom.bid(id, "ann", "30");
    saleroom.bid(id, "bob", "55");
    saleroom.bid(id, "ann", "40");

    assertThat(saleroom.auctions().bids(id, 0, 10)).isEmpty();
    assertThat(find(id).price()).isEqualTo(money("10"));
    assertThat(find(id).bids()).isEqualTo(2);
    close(id);
    assertThat(saleroom.auctions().bids(id, 0, 10))
        .extracting(FormatsTest::brief)
        .containsExactly("bob 55.00 USD", "ann 40.00 USD");
    assertThat(find(id).leading().map(Bid::bidder)).contains("bob");
    assertThat(find(id).price()).isEqualTo(money("40"));
  }

  @Test
  void theClockLetsADutchPriceFallAndRemindsOfTheEnd() {
    Instant opening = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String id =
        saleroom.open(
            AnAuction.of()
                .startingAt("100")
                .falling("30", 1, "30")
                .endingAt(opening.plusSeconds(302)));
    ClosingClock clock = new ClosingClock(saleroom.auctions(), saleroom.auctioneer(), () -> true);
    Awaitility.await()
        .until(
            () -> {
              clock.run();
              return find(id).price().equals(money("30"));
            });

    assertThat(journal(id))
        .extracting(Event::type)
        .contains("price-dropped", "ending-soon")
        .doesNotContain("auction-end");
    assertThat(saleroom.auctions().due(10)).isEmpty();
    assertThat(saleroom.bid(id, "ann", "35")).contains("\"amount\":30.00", "\"leading\":true");
    assertThat(find(id).status()).isEqualTo(AuctionStatus.SOLD);
  }

  @Test
  void anonymousBiddersHaveTheirNamesInTheLogAndInTheReceipt() {
    String id = saleroom.open(AnAuction.of().anonymous().endingAt(IN_AN_HOUR));
    String receipt = saleroom.bid(id, "ann", "10");
    String name = find(id).nameOf("ann");

    assertThat(name).startsWith("bidder-");
    assertThat(receipt).contains(name);
    assertThat(saleroom.auctions().bids(id, 0, 10))
        .extracting(logged -> logged.bid().bidder())
        .containsExactly(name);
  }

  @Test
  void buyingAtOnceEndsIt() {
    String id =
        saleroom.open(AnAuction.of().withBuyNow("99", Until.FIRST_BID).endingAt(IN_AN_HOUR));
    String receipt = saleroom.auctioneer().buyNow(id, "ann", key -> Optional.empty()).join();

    assertThat(receipt).contains("\"amount\":99.00", "\"leading\":true");
    assertThat(find(id).status()).isEqualTo(AuctionStatus.SOLD);
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> saleroom.bid(id, "bob", "100"))
        .withCauseInstanceOf(Refusal.class);
  }

  /** A refusal is as good as any answer here. */
  private void attempt(String id, Random random) {
    String bidder = "bidder" + random.nextInt(4);
    String amount = Integer.toString(10 + random.nextInt(120));
    try {
      switch (random.nextInt(12)) {
        case 0 -> saleroom.auctioneer().buyNow(id, bidder, key -> Optional.empty()).join();
        case 1, 2, 3 -> saleroom.bidUpTo(id, bidder, amount);
        default -> saleroom.bid(id, bidder, amount);
      }
    } catch (CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(Refusal.class);
    }
  }

  private void close(String id) {
    saleroom.auctioneer().close(id, new Actor("admin", true), key -> Optional.empty()).join();
  }

  private List<Event> journal(String id) {
    Journal journal = saleroom.database().journal(Clock.systemUTC());
    return journal.read(Auction.streamOf(id), 0, 10_000);
  }

  private Auction find(String id) {
    return saleroom.auctions().find(id).orElseThrow().auction();
  }

  private static String brief(LoggedBid logged) {
    return logged.bid().bidder() + " " + logged.bid().amount();
  }
}
