package com.petstoreapi.auction.store;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionQuery;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.desk.ClosingClock;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SaleroomTest {
  private static final Instant TOMORROW =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
  private static final ClientKey NO_KEY = operation -> Optional.empty();

  private final Saleroom saleroom = new Saleroom();

  @Test
  void whatIsPutDownIsReadBack() {
    AnAuction full =
        any()
            .withReserve("50")
            .withSoftClose(60, 30)
            .risingBy("2")
            .openingAt(TOMORROW.minusSeconds(9));
    Auction plain = find(saleroom.open(any())).auction();
    Auction rich = find(saleroom.open(full)).auction();

    assertThat(plain.terms()).isEqualTo(any().proposed().terms());
    assertThat(plain.status()).isEqualTo(AuctionStatus.OPEN);
    assertThat(rich.terms()).isEqualTo(full.proposed().terms());
    assertThat(rich.lot()).isEqualTo(full.proposed().lot());
    assertThat(rich.opensAt()).isEqualTo(TOMORROW.minusSeconds(9));
    assertThat(rich.endsAt()).isEqualTo(TOMORROW);
    assertThat(rich.status()).isEqualTo(AuctionStatus.SCHEDULED);
  }

  @Test
  void aSnapshotBelongsToItsPosition() {
    String id = saleroom.open(any());
    assertThat(find(id).position().seq()).isZero();

    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "20");

    Snapshot snapshot = find(id);
    assertThat(snapshot.position().seq()).isEqualTo(3); // bid, bid, outbid
    assertThat(snapshot.auction().price()).isEqualTo(money("20"));
    assertThat(snapshot.auction().bids()).isEqualTo(2);
    assertThat(snapshot.position()).isEqualTo(saleroom.streams().stream(id).head());
  }

  @Test
  void theLogHoldsTheBidsInTheOrderOfCommits() {
    String id = saleroom.open(any());
    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "20");
    saleroom.bid(id, "ann", "30");

    List<LoggedBid> log = saleroom.auctions().bids(id, 0, 10);
    assertThat(log)
        .extracting(logged -> logged.bid().bidder() + " " + logged.bid().amount())
        .containsExactly("ann 10.00 USD", "bob 20.00 USD", "ann 30.00 USD");
    assertThat(saleroom.auctions().bids(id, log.get(0).position().seq(), 1))
        .containsExactly(log.get(1));
  }

  @Test
  void aBidSentAgainUnderItsKeyChangesNothing() {
    String id = saleroom.open(any());
    String first = bidUnder("k", id, 10_00).join();
    saleroom.bid(id, "bob", "20");

    assertThat(bidUnder("k", id, 10_00).join()).isEqualTo(first);
    assertThat(find(id).auction().bids()).isEqualTo(2);
    assertRefused(ErrorCode.IDEMPOTENCY_CONFLICT, bidUnder("k", id, 11_00));
  }

  @Test
  void aRefusalSentAgainUnderItsKeyStaysARefusal() {
    String id = saleroom.open(any());
    assertRefused(ErrorCode.TOO_LOW, bidUnder("k", id, 1_00));
    assertRefused(ErrorCode.TOO_LOW, bidUnder("k", id, 1_00));
  }

  @Test
  void anAdmissionSentAgainUnderItsKeyMakesNoSecondAuction() {
    Proposal proposal = any().proposed();
    ClientKey key = operation -> IdempotencyKey.of("seller", "k", operation);
    String first = saleroom.auctioneer().admit(proposal, key).join();

    assertThat(saleroom.auctioneer().admit(proposal, key).join()).isEqualTo(first);
    assertThat(saleroom.auctions().list(query(Optional.empty(), 10))).hasSize(1);
  }

  @Test
  void anAuctionNobodyKnowsLeavesNoTrace() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> saleroom.bid("nobody-knows-it", "ann", "10"))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(saleroom.database().journal(null).head("auction/nobody-knows-it")).isEmpty();
    assertThat(saleroom.auctions().find("\u0000' OR '1'='1")).isEmpty();
  }

  @Test
  void theListIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      saleroom.open(any());
    }
    List<Snapshot> all = saleroom.auctions().list(query(Optional.empty(), 10));
    List<Snapshot> first = saleroom.auctions().list(query(Optional.empty(), 3));
    String last = first.get(2).auction().id();

    assertThat(all).hasSize(5);
    assertThat(first).isEqualTo(all.subList(0, 3));
    assertThat(saleroom.auctions().list(query(Optional.of(last), 3))).isEqualTo(all.subList(3, 5));
  }

  @Test
  void theListIsNarrowedByStatusAndPet() {
    String id = saleroom.open(any());
    saleroom.open(any());
    saleroom.auctioneer().cancel(id, new Actor(AnAuction.SELLER, false), NO_KEY).join();

    assertThat(
            saleroom
                .auctions()
                .list(
                    new AuctionQuery(
                        Optional.of(AuctionStatus.CANCELLED),
                        Optional.of("019b4132"),
                        Optional.empty(),
                        10)))
        .extracting(snapshot -> snapshot.auction().id())
        .containsExactly(id);
  }

  @Test
  void theClockEndsWhatIsDueOnceAndItIsAnnounced() {
    String id = saleroom.open(AnAuction.of().endingAt(Instant.now().plusMillis(1_100)));
    saleroom.bid(id, "ann", "10");
    ClosingClock clock = new ClosingClock(saleroom.auctions(), saleroom.auctioneer(), () -> true);
    clock.run();
    assertThat(find(id).auction().isOver()).isFalse();

    Awaitility.await().until(() -> !saleroom.auctions().due(10).isEmpty());
    clock.run();
    clock.run();

    Snapshot over = find(id);
    assertThat(over.auction().status()).isEqualTo(AuctionStatus.SOLD);
    assertThat(over.position().seq()).isEqualTo(2); // bid, auction-end
    assertThat(saleroom.auctions().due(10)).isEmpty();
  }

  private CompletableFuture<String> bidUnder(String key, String auctionId, long amount) {
    return saleroom
        .auctioneer()
        .placeBid(
            auctionId,
            "ann",
            BidOrder.plain(amount),
            operation -> IdempotencyKey.of("ann", key, operation));
  }

  private Snapshot find(String id) {
    return saleroom.auctions().find(id).orElseThrow();
  }

  private static AnAuction any() {
    return AnAuction.of().endingAt(TOMORROW);
  }

  private static AuctionQuery query(Optional<String> after, int limit) {
    return new AuctionQuery(Optional.empty(), Optional.empty(), after, limit);
  }

  private static void assertRefused(ErrorCode code, CompletableFuture<String> answer) {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(answer::join)
        .extracting(failure -> ((Refusal) failure.getCause()).code())
        .isEqualTo(code);
  }
}
