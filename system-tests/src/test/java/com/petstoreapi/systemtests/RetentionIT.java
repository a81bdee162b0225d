package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A hundred events of each stream are kept here; with the shortest of tails. */
class RetentionIT {
  private static final int KEPT = 100;

  @AutoClose
  private static final PetstoreServers SERVERS =
      PetstoreServers.start(
          Map.of(
              "PETSTORE_RETENTION_EVENTS", Integer.toString(KEPT),
              "PETSTORE_RETENTION_EVERY_SECONDS", "1",
              "PETSTORE_STREAM_TAIL_EVENTS", "16"));

  private final Notifications notifications = new Notifications(SERVERS);
  private final Auctions auctions = new Auctions(SERVERS);

  @Test
  void whoIsThereHearsAllAndWhoComesTooLateIsTold() {
    Position first = notifications.publish("first");
    List<String> titles = Notifications.numbered("kept", 600);
    try (SseClient listener = notifications.listen("ann")) {
      for (int i = 0; i < titles.size(); i += 50) {
        notifications.publishAll(titles.subList(i, i + 50));
      }
      Waiting.await("all").until(() -> Notifications.titles(listener, "kept").size() == 600);
      awaitForgotten(500);
      assertThat(listener.events("reset")).isEmpty();
    }

    try (SseClient late = notifications.listenAfter(first.toString(), "ann")) {
      SseEvent reset = late.await("reset");
      assertThat(reset.json().getString("reason")).isEqualTo("expired");
      long oldest = Position.parse(reset.json().getString("oldest")).seq();
      long head = Position.parse(reset.json().getString("head")).seq();
      assertThat(head - oldest + 1).isEqualTo(KEPT);
      notifications.publish("live again");
      late.await("notification", event -> Notifications.title(event).equals("live again"));
    }
    try (SseClient all = notifications.listenAfter("earliest", "ann")) {
      Waiting.await("what is kept")
          .until(() -> Notifications.titles(all, "kept").contains("kept-600"));
      assertThat(Notifications.titles(all, "kept")).hasSizeBetween(KEPT - 5, KEPT);
    }
    JsonObject page =
        notifications.as("ann").get("/v1/notifications?after=" + first).expect(200).json();
    assertThat(page.getJsonArray("items").getJsonObject(0).getString("type")).isEqualTo("reset");
  }

  @Test
  void anAuctionKeepsItsLogUntilItIsOver() {
    String auction = auctions.open();
    for (int i = 1; i <= 150; i++) {
      auctions.bid("bidder-" + i % 3, auction, i).expect(201);
    }
    notifications.publishAll(Notifications.numbered("meanwhile", 200));
    double before = SERVERS.auction().metric("petstore_events_forgotten_total");
    Waiting.await("a round of retention").pollDelay(Duration.ofSeconds(3)).until(() -> true);
    assertThat(auctions.bidLog(auction)).hasSize(150);
    assertThat(SERVERS.auction().metric("petstore_events_forgotten_total")).isEqualTo(before);

    auctions.close(auction);
    Waiting.await("it goes").until(() -> auctions.bidLog(auction).size() < 150);
    assertThat(auctions.state(auction).getInt("bids")).isEqualTo(150);
  }

  private static void awaitForgotten(int count) {
    Waiting.await("old events have gone")
        .until(() -> SERVERS.notification().metric("petstore_events_forgotten_total") >= count);
  }
}
