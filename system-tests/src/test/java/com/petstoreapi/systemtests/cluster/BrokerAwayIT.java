package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker is dead: what one node commits the other finds in the journal. */
@WithCluster
class BrokerAwayIT {
  private static final int EVENTS = 60;
  private static final int PER_SECOND = 10;

  private final ArtemisBroker broker;
  private final Notifications here;
  private final Notifications there;
  private final Auctions hall;
  private final Auctions otherHall;

  BrokerAwayIT(BrokeredCluster cluster) {
    broker = cluster.broker();
    here = new Notifications(cluster.nodes().first());
    there = new Notifications(cluster.nodes().second());
    hall = new Auctions(cluster.nodes().first());
    otherHall = new Auctions(cluster.nodes().second());
  }

  @AfterEach
  void theBrokerIsBack() {
    broker.launch();
  }

  @Test
  void theOtherNodeTellsEverythingInOrderAndSoon() {
    broker.kill();
    String auction = hall.open();
    Map<String, Long> published = new ConcurrentHashMap<>();
    try (SseClient listener = there.listen("ann");
        SocketClient bob = otherHall.join("bob", auction)) {
      Pace.of(
          PER_SECOND,
          EVENTS,
          i -> {
            published.put("silent-" + i, System.nanoTime());
            here.publish("silent-" + i);
            hall.bid("bidder-" + i % 3, auction, 1 + i).expect(201);
          });
      Waiting.await("all is told")
          .until(
              () ->
                  Notifications.titles(listener, "silent-").size() == EVENTS
                      && bob.messages("bid").size() == EVENTS);

      List<String> expected = IntStream.range(0, EVENTS).mapToObj(i -> "silent-" + i).toList();
      assertThat(Notifications.titles(listener, "silent-")).isEqualTo(expected);
      assertThat(bob.messages("bid"))
          .extracting((JsonObject bid) -> bid.getInt("amount"))
          .isEqualTo(IntStream.rangeClosed(1, EVENTS).boxed().toList());
      System.out.printf(
          "broker dead: told by the other node after %.0f ms at most%n",
          longest(listener, published) / 1e6);
    }
  }

  private static long longest(SseClient listener, Map<String, Long> published) {
    return listener.events("notification").stream()
        .filter(event -> published.containsKey(Notifications.title(event)))
        .mapToLong((SseEvent e) -> e.arrivedNanos() - published.get(Notifications.title(e)))
        .max()
        .orElseThrow();
  }
}
