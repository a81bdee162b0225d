package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The auction server is killed (SIGKILL) over and over while twenty bid, half of them over sockets
 * and half over HTTP; who gets no answer says the same again with his key. Auctions end in the
 * middle of a kill, while the server is dead, and by an admin's hand as it is killed. Told once and
 * looked at from all sides.
 *
 * <p>The seed is printed. More, or other dice:
 *
 * <pre>mvn verify -Dit.test=KillsIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.kills=100 -Dpetstore.kills.seed=7</pre>
 */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillsIT {
  private static final int KILLS = Integer.getInteger("petstore.kills", 20);
  private static final long SEED = Long.getLong("petstore.kills.seed", 20261125);
  private static final int BIDDERS = 20;
  private static final String[] TOLD = {"outbid", "auction-end", "auction-won"};

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final Power power;
  private final Ledger ledger = new Ledger();
  private final List<Watcher> watchers = new ArrayList<>();
  private Hall hall;
  private Position before;

  KillsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
    this.power = new Power(servers);
  }

  @BeforeAll
  void twentyBidAndTheServerIsKilledAgainAndAgain() {
    System.out.printf("kills: %d, seed %d%n", KILLS, SEED);
    before = notifications.publish("before the kills");
    hall = new Hall(auctions);
    watch();
    ExecutorService threads = Executors.newFixedThreadPool(BIDDERS);
    try {
      CompletableFuture<Void> bidding = bidding(threads);
      Outages outages = new Outages(auctions, hall, ledger, power, watchers, new Random(SEED));
      outages.many(KILLS - 1);
      outages.whileTheMainAuctionIsClosed();
      hall.close();
      bidding.orTimeout(60, TimeUnit.SECONDS).join();
    } finally {
      threads.shutdownNow();
    }
    System.out.printf(
        "kills: %d bids acknowledged, %d said again%n", ledger.accepted(), ledger.repeated());
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
    assertThat(ledger.accepted()).isGreaterThan(KILLS);
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

    for (int bidder = 0; bidder < BIDDERS; bidder++) {
      Map<String, Integer> told = told(name(bidder));
      told.keySet().removeIf(what -> hall.auctions().stream().noneMatch(what::endsWith));
      assertThat(told).as(name(bidder)).isEqualTo(toBeTold(name(bidder)));
    }
  }

  private void watch() {
    for (int i = 0; i < 2; i++) {
      String token = servers.tokens().of("watcher-" + i);
      watchers.add(new SocketWatcher(auctions.socket(hall.main()), token));
      watchers.add(new StreamWatcher(auctions.events(hall.main()), token));
    }
  }

  private CompletableFuture<Void> bidding(ExecutorService threads) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < BIDDERS; i++) {
      Channel http = new OverHttp(auctions);
      Channel sockets = new OverSockets(servers);
      List<Channel> channels = i % 2 == 0 ? List.of(http, sockets) : List.of(sockets, http);
      Random own = new Random(SEED + i);
      Bidder bidder = new Bidder(name(i), channels, hall, power, ledger, own);
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
