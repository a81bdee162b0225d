package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One auction, told once and looked at from all sides: forty bid at the same time, half of them
 * over sockets and half over HTTP; five watch; then it ends by itself.
 */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BiddingIT {
  private static final int BIDDERS = 40;
  private static final int TRIES_EACH = 8;
  private static final Duration LASTING = Duration.ofSeconds(25);
  private static final List<String> EXPECTED_REFUSALS = List.of("too-low", "already-leading");

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final AtomicLong price = new AtomicLong();
  private final Map<Position, String> bidders = new ConcurrentSkipListMap<>();
  private final Map<Position, LoggedBid> acknowledged = new ConcurrentSkipListMap<>();
  private final Map<String, String> oddRefusals = new ConcurrentHashMap<>();
  private final Map<String, SseClient> personal = new LinkedHashMap<>();
  private final List<SocketClient> socketWatchers = new ArrayList<>();
  private final List<SseClient> streamWatchers = new ArrayList<>();
  private String auction;
  private List<LoggedBid> log;

  BiddingIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @BeforeAll
  void fortyBidAndTheAuctionEnds() {
    for (int bidder = 0; bidder < BIDDERS; bidder++) {
      personal.put(name(bidder), notifications.listen(name(bidder)));
    }
    personal.put("an-outsider", notifications.listen("an-outsider"));
    auction = auctions.open(notifications.newPet("Bello"), LASTING);
    for (int i = 0; i < 3; i++) {
      socketWatchers.add(auctions.join("watcher-" + i, auction));
    }
    for (int i = 3; i < 5; i++) {
      String token = servers.tokens().of("watcher-" + i);
      streamWatchers.add(SseClient.open(auctions.events(auction), token));
    }
    Crowd.of(IntStream.range(0, BIDDERS).mapToObj(this::bidder).toList());
    log = auctions.bidLog(auction);
    socketWatchers.forEach(
        watcher ->
            Waiting.upTo(40, "the auction's end")
                .until(() -> !watcher.messages("auction-end").isEmpty()));
  }

  @AfterAll
  void allLeave() {
    personal.values().forEach(SseClient::close);
    socketWatchers.forEach(SocketClient::close);
    streamWatchers.forEach(SseClient::close);
  }

  @Test
  void theLogRisesStrictly() {
    assertThat(log).hasSizeGreaterThan(1);
    assertThat(log).extracting(LoggedBid::amount).isSorted().doesNotHaveDuplicates();
    assertThat(log).extracting(LoggedBid::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theLogHoldsEachAcknowledgedBidOnceAndNoOther() {
    assertThat(log).containsExactlyElementsOf(acknowledged.values());
  }

  @Test
  void whoIsRefusedIsToldWhy() {
    assertThat(oddRefusals).isEmpty();
  }

  @Test
  void everyWatcherSawExactlyTheLog() {
    for (SocketClient watcher : socketWatchers) {
      assertThat(watcher.messages("bid")).extracting(LoggedBid::of).isEqualTo(log);
    }
    for (SseClient watcher : streamWatchers) {
      watcher.await("auction-end");
      assertThat(watcher.events("bid")).extracting(event -> LoggedBid.of(event)).isEqualTo(log);
    }
  }

  @Test
  void everyWatcherSawTheEndOnceAndTheSocketsCloseAsDone() {
    for (SocketClient watcher : socketWatchers) {
      assertThat(watcher.messages("auction-end")).hasSize(1);
      JsonObject end = watcher.await("auction-end");
      assertThat(end.getString("status")).isEqualTo("SOLD");
      assertThat(end.getJsonNumber("amount").bigDecimalValue())
          .isEqualByComparingTo(log.get(log.size() - 1).amount());
      assertThat(watcher.awaitCloseCode()).isEqualTo(1000);
    }
    streamWatchers.forEach(watcher -> assertThat(watcher.events("auction-end")).hasSize(1));
  }

  @Test
  void aBidAfterTheEndIsRefused() {
    Answer late = auctions.bid("late", auction, price.incrementAndGet() + 100);

    assertThat(late.status()).isIn(409, 422);
    assertThat(late.text("code")).isIn("ended", "not-open");
  }

  @Test
  void theEndIsToldToEveryListenerOnce() {
    personal.forEach(
        (user, listener) -> {
          listener.await("auction-end", event -> ofThisAuction(event.json()));
          assertThat(about(listener, "auction-end")).as(user).isEqualTo(1);
        });
  }

  @Test
  void onlyTheWinnerIsToldThatHeWon() {
    String winner = List.copyOf(bidders.values()).get(bidders.size() - 1);
    personal.get(winner).await("auction-won", event -> ofThisAuction(event.json()));

    personal.forEach(
        (user, listener) ->
            assertThat(about(listener, "auction-won"))
                .as(user)
                .isEqualTo(user.equals(winner) ? 1 : 0));
  }

  @Test
  void whoWasOutbidIsToldOnceForEachTimeAndNobodyElse() {
    Map<String, Integer> expected = new TreeMap<>();
    personal.keySet().forEach(user -> expected.put(user, 0));
    List<String> leaders = List.copyOf(bidders.values());
    for (int i = 0; i + 1 < leaders.size(); i++) {
      if (!leaders.get(i).equals(leaders.get(i + 1))) {
        expected.merge(leaders.get(i), 1, Integer::sum);
      }
    }
    Waiting.await("all outbid notifications")
        .untilAsserted(() -> assertThat(outbids()).isEqualTo(expected));
  }

  private Map<String, Integer> outbids() {
    Map<String, Integer> counts = new TreeMap<>();
    personal.forEach((user, listener) -> counts.put(user, about(listener, "outbid")));
    return counts;
  }

  private int about(SseClient listener, String type) {
    return (int)
        listener.events(type).stream().filter(event -> ofThisAuction(event.json())).count();
  }

  private boolean ofThisAuction(JsonObject data) {
    return data.getString("auctionId").equals(auction);
  }

  private Callable<Void> bidder(int number) {
    return number % 2 == 0 ? () -> bidsOverHttp(name(number)) : () -> bidsOverASocket(name(number));
  }

  private Void bidsOverHttp(String user) {
    for (int i = 0; i < TRIES_EACH; i++) {
      Answer answer = auctions.bid(user, auction, price.incrementAndGet());
      note(user, answer.status() == 201, answer.json());
    }
    return null;
  }

  private Void bidsOverASocket(String user) {
    try (SocketClient socket = auctions.join(user, auction)) {
      for (int i = 0; i < TRIES_EACH; i++) {
        JsonObject answer =
            socket.ask(Auctions.bidMessage(price.incrementAndGet(), user + "-" + i));
        note(user, answer.getString("type").equals("accepted"), answer);
      }
    }
    return null;
  }

  private void note(String user, boolean accepted, JsonObject answer) {
    if (accepted) {
      LoggedBid bid = LoggedBid.of(answer);
      acknowledged.put(bid.position(), bid);
      bidders.put(bid.position(), user);
    } else if (!EXPECTED_REFUSALS.contains(answer.getString("code", "none"))) {
      oddRefusals.put(user, answer.toString());
    }
  }

  private static String name(int bidder) {
    return "bidder-" + bidder;
  }
}
