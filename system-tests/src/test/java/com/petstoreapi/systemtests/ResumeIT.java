package com.petstoreapi.systemtests;

import static com.petstoreapi.systemtests.support.Notifications.numbered;
import static com.petstoreapi.systemtests.support.Notifications.titles;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes back gets what he missed: all of it, in order, once. */
@WithServers
class ResumeIT {
  private static final int MISSED = 300;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  ResumeIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void theHeaderBringsBackWhatWasMissed() {
    String left = positionOfOneWhoLeaves();
    List<String> missed = numbered("by-header", MISSED);
    notifications.publishAll(missed);

    try (SseClient back = notifications.listenAfter(left, "reader")) {
      awaitTitles(back, "by-header", missed);
    }
  }

  @Test
  void theQueryBringsBackWhatWasMissed() {
    String left = positionOfOneWhoLeaves();
    List<String> missed = numbered("by-query", MISSED);
    notifications.publishAll(missed);

    String token = servers.tokens().of("reader");
    try (SseClient back = SseClient.open(notifications.stream("?lastEventId=" + left), token)) {
      awaitTitles(back, "by-query", missed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void connectingAgainAtAnyMomentLosesAndRepeatsNothing(long seed) {
    Random random = new Random(seed);
    String prefix = "restless-" + seed;
    List<String> all = numbered(prefix, MISSED);

    try (SseClient restless = notifications.listen("restless")) {
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(() -> all.forEach(notifications::publish));
      while (!publishing.isDone()) {
        int enough = Math.min(MISSED, titles(restless, prefix).size() + random.nextInt(20));
        Waiting.await("some more events").until(() -> titles(restless, prefix).size() >= enough);
        restless.reconnect();
      }
      publishing.join();
      awaitTitles(restless, prefix, all);
    }
  }

  @Test
  void whatWasMissedIsThereAfterAKilledServerHasStartedAgain() {
    String left = positionOfOneWhoLeaves();
    List<String> missed = numbered("before-the-kill", MISSED);
    notifications.publishAll(missed);
    servers.notification().kill();
    servers.notification().start();

    try (SseClient back = notifications.listenAfter(left, "reader")) {
      awaitTitles(back, "before-the-kill", missed);
    }
  }

  @Test
  void idsOfAStreamAreGaplessForOneWhoMaySeeEverything() {
    String left = positionOfOneWhoLeaves();
    notifications.publishAll(numbered("gapless", MISSED));

    try (SseClient back = notifications.listenAfter(left, "reader")) {
      awaitTitles(back, "gapless", numbered("gapless", MISSED));
      List<Long> seqs =
          back.events("notification").stream()
              .filter(event -> Notifications.title(event).startsWith("gapless"))
              .map(event -> event.position().seq())
              .toList();
      assertThat(seqs.get(MISSED - 1) - seqs.get(0)).isEqualTo(MISSED - 1L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5-nosuchepoch, unknown-epoch",
    "nonsense, malformed",
    "-1, malformed",
    "99999999999999999999999, malformed"
  })
  void aPositionThatCannotBeReplayedIsAnsweredWithResetAndTheStreamGoesOn(
      String position, String reason) {
    try (SseClient lost = notifications.listenAfter(position, "reader")) {
      assertReset(lost, reason);
    }
  }

  @Test
  void aPositionAheadOfTheStreamIsAnsweredWithReset() {
    Position head = notifications.publish("the head");
    String ahead = new Position(head.seq() + 1_000, head.epoch()).toString();

    try (SseClient lost = notifications.listenAfter(ahead, "reader")) {
      assertReset(lost, "ahead");
    }
  }

  @Test
  void aSocketGetsTheBidsItMissedAndIsToldWhenItHasThem() {
    String auction = auctions.open();
    SocketClient leaves = auctions.join("watcher", auction);
    auctions.bid("bidder-a", auction, 10).expect(201);
    String left = leaves.await("bid").getString("position");
    leaves.close();
    for (int amount = 11; amount <= 60; amount++) {
      auctions.bid(amount % 2 == 0 ? "bidder-a" : "bidder-b", auction, amount).expect(201);
    }

    String token = servers.tokens().of("watcher");
    try (SocketClient back = SocketClient.open(auctions.socket(auction, "?after=" + left), token)) {
      back.await("resumed");
      assertThat(back.messages("bid"))
          .extracting(LoggedBid::of)
          .containsExactlyElementsOf(auctions.bidLog(auction).subList(1, 51));
      assertThat(back.messages("snapshot")).isEmpty();
    }
  }

  private void assertReset(SseClient lost, String reason) {
    SseEvent reset = lost.await("reset");
    assertThat(reset.json().getString("reason")).isEqualTo(reason);
    assertThat(reset.json()).containsKeys("oldest", "head");

    String title = "after-" + reason;
    notifications.publish(title);
    lost.await("notification", event -> Notifications.title(event).equals(title));
  }

  private String positionOfOneWhoLeaves() {
    try (SseClient leaves = notifications.listen("reader")) {
      return leaves.lastEventId();
    }
  }

  private static void awaitTitles(SseClient client, String prefix, List<String> expected) {
    Waiting.await(prefix)
        .untilAsserted(
            () -> assertThat(titles(client, prefix)).hasSizeGreaterThanOrEqualTo(expected.size()));
    assertThat(titles(client, prefix)).containsExactlyElementsOf(expected);
  }
}
