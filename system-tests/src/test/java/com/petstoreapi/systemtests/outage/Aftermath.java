package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Many have bid while things broke; who got no answer said the same again with his key. What must
 * hold then, looked at from all sides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Aftermath {
  private static final String[] TOLD = {"outbid", "auction-end", "auction-won"};

  final Notifications notifications;
  final Auctions auctions;
  final Ledger ledger = new Ledger();
  final List<Watcher> watchers = new ArrayList<>();
  private final Entrance entrance;
  private final int bidders;
  private final long seed;
  private Hall hall;
  private Position before;

  /**
   * @param bidders how many; half of them prefer sockets, half HTTP
   */
  Aftermath(Entrance entrance, int bidders, long seed) {
    this.entrance = entrance;
    this.bidders = bidders;
    this.seed = seed;
    this.notifications = new Notifications(entrance);
    this.auctions = new Auctions(entrance);
  }

  /** What breaks while they bid; the main auction is over when it returns. */
  @FunctionalInterface
  interface Trouble {
    void happen(Hall hall) throws InterruptedException;
  }

  /**
   * @param beforeEachTry what a bidder waits for before he says something
   */
  final void bidThrough(Trouble trouble, Runnable beforeEachTry) throws InterruptedException {
    before = notifications.publish("before the troubles");
    hall = new Hall(auctions);
    watch();
    ExecutorService threads = Executors.newFixedThreadPool(bidders);
    try {
      CompletableFuture<Void> bidding = bidding(threads, beforeEachTry);
      trouble.happen(hall);
      hall.close();
      bidding.orTimeout(60, TimeUnit.SECONDS).join();
    } finally {
      threads.shutdownNow();
    }
    System.out.printf(
        "%s: %d bids acknowledged, %d said again%n",
        getClass().getSimpleName(), ledger.accepted(), ledger.repeated());
  }

  @AfterAll
  void allLeave() {
    watchers.forEach(Watcher::close);
  }

  @Test
  void theLogsHoldEachAcknowledgedBidOnceAndNoOther() {
    for (String auction : hall.auctions()) {
      assertThat(auctions.bidLog(auction))
          .containsExactlyElementsOf(
              ledger.acceptedIn(auction).stream().map(Ledger.Entry::bid).toList());
    }
  }

  @Test
  void theLogsRiseStrictly() {
    for (String auction : hall.auctions()) {
      List<LoggedBid> log = auctions.bidLog(auction);
      assertThat(log).extracting(LoggedBid::amount).isSorted().doesNotHaveDuplicates();
      assertThat(log).extracting(LoggedBid::position).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void thereWereBidsThatHadToBeSaidAgain() {
    assertThat(ledger.accepted()).isGreaterThan(bidders);
    assertThat(ledger.repeated()).isPositive();
  }

  @Test
  void whoIsRefusedIsToldWhy() {
    assertThat(ledger.oddRefusals()).isEmpty();
  }

  @Test
  void aBidSaidOnceMoreInTheEndGetsItsFirstAnswer() {
    for (Ledger.Entry entry : lastOfEach()) {
      WantedBid bid = entry.wanted();
      Answer again = auctions.bid(bid.user(), bid.auction(), bid.amount(), bid.key()).expect(201);

      assertThat(LoggedBid.of(again.json())).isEqualTo(entry.bid());
    }
  }

  @Test
  void everyWatcherSawExactlyTheLogAndTheEndOnce() {
    List<LoggedBid> log = auctions.bidLog(hall.main());
    for (Watcher watcher : watchers) {
      Waiting.await("the end").until(() -> watcher.count("auction-end") > 0);
      assertThat(watcher.bids()).isEqualTo(log);
      assertThat(watcher.count("auction-end")).isEqualTo(1);
      assertThat(watcher.count("reset")).isZero();
    }
  }

  @Test
  void everyAuctionIsDecidedOnce() {
    for (String auction : hall.auctions()) {
      awaitEnd(auction);
      List<SseEvent> journal = auctions.journal(auction);
      List<SseEvent> ends = journal.stream().filter(e -> e.type().equals("auction-end")).toList();
      List<LoggedBid> log = auctions.bidLog(auction);

      assertThat(ends).hasSize(1);
      assertThat(ends.get(0).position()).isEqualTo(Position.of(auctions.state(auction)));
      JsonObject end = ends.get(0).json();
      assertThat(end.getString("status")).isEqualTo(log.isEmpty() ? "UNSOLD" : "SOLD");
      if (!log.isEmpty()) {
        assertThat(end.getString("winner")).isEqualTo(last(auction).wanted().user());
        assertThat(end.getJsonNumber("amount").bigDecimalValue())
            .isEqualByComparingTo(last(auction).bid().amount());
      }
    }
  }

  @Test
  void everyBidderIsToldOnceOfEachEndOfHisGainsAndOfEachTimeHeWasOutbid() {
    hall.auctions().forEach(this::awaitEnd);
    String lastOfAll = auctions.open();
    auctions.close(lastOfAll, "close-the-last-of-all").expect(200);
    Waiting.upTo(60, "all is told, in order")
        .until(() -> told(name(0)).containsKey("auction-end of " + lastOfAll));

    for (int bidder = 0; bidder < bidders; bidder++) {
      Map<String, Integer> told = told(name(bidder));
      told.keySet().removeIf(what -> hall.auctions().stream().noneMatch(what::endsWith));
      assertThat(told).as(name(bidder)).isEqualTo(toBeTold(name(bidder)));
    }
  }

  private void watch() {
    for (int i = 0; i < 2; i++) {
      String token = entrance.tokens().of("watcher-" + i);
      watchers.add(new SocketWatcher(auctions.socket(hall.main()), token));
      watchers.add(new StreamWatcher(auctions.events(hall.main()), token));
    }
  }

  private CompletableFuture<Void> bidding(ExecutorService threads, Runnable beforeEachTry) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < bidders; i++) {
      entrance.tokens().of(name(i)); // while somebody is there to give it
      Channel http = new OverHttp(auctions);
      Channel sockets = new OverSockets(entrance);
      List<Channel> channels = i % 2 == 0 ? List.of(http, sockets) : List.of(sockets, http);
      Random own = new Random(seed + i);
      Bidder bidder = new Bidder(name(i), channels, hall, beforeEachTry, ledger, own);
      all.add(CompletableFuture.runAsync(bidder, threads));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private void awaitEnd(String auction) {
    Waiting.await("the auction has ended")
        .until(() -> auctions.state(auction).getString("status").endsWith("SOLD"));
  }

  /** Of all auctions: others than ours may come to their end meanwhile. */
  private Map<String, Integer> told(String user) {
    Map<String, Integer> told = new TreeMap<>();
    for (JsonObject item : notifications.history(user, before, TOLD)) {
      String auction = item.getJsonObject("data").getString("auctionId");
      told.merge(item.getString("type") + " of " + auction, 1, Integer::sum);
    }
    return told;
  }

  private Map<String, Integer> toBeTold(String user) {
    Map<String, Integer> expected = new TreeMap<>();
    for (String auction : hall.auctions()) {
      expected.put("auction-end of " + auction, 1);
      List<Ledger.Entry> log = ledger.acceptedIn(auction);
      for (int i = 0; i < log.size(); i++) {
        if (log.get(i).wanted().user().equals(user)) {
          String what = i + 1 < log.size() ? "outbid of " : "auction-won of ";
          expected.merge(what + auction, 1, Integer::sum);
        }
      }
    }
    return expected;
  }

  private List<Ledger.Entry> lastOfEach() {
    return hall.auctions().stream()
        .filter(auction -> !ledger.acceptedIn(auction).isEmpty())
        .map(this::last)
        .toList();
  }

  private Ledger.Entry last(String auction) {
    List<Ledger.Entry> log = ledger.acceptedIn(auction);
    return log.get(log.size() - 1);
  }

  private static String name(int bidder) {
    return "steadfast-" + bidder;
  }
}
