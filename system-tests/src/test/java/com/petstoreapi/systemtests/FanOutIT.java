package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand clients, fifty events a second: everyone gets everything, in order. */
@WithServers
class FanOutIT {
  private static final int CLIENTS = 1_000;
  private static final int CONNECTIONS_PER_USER = 10;
  private static final int PER_SECOND = 50;
  private static final int EVENTS = 500;
  private static final int BIDDERS = 20;

  private final PetstoreServers servers;

  FanOutIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @Test
  void aThousandStreamsGetEveryNotification() {
    Notifications notifications = new Notifications(servers);
    try (LoadClient clients = new LoadClient()) {
      clients.openStreams(notifications.stream(""), tokens(), "notification");
      assertDelivered(
          clients,
          servers.notification(),
          i ->
              notifications
                  .publisher()
                  .post("/v1/notifications", Notifications.notification("fan-out-" + i, "-")));
    }
  }

  @Test
  void aThousandSocketsGetEveryBid() {
    Auctions auctions = new Auctions(servers);
    String auction = auctions.open();
    try (LoadClient clients = new LoadClient()) {
      clients.openSockets(auctions.socket(auction), tokens(), "bid");
      assertDelivered(
          clients, servers.auction(), i -> auctions.bid("bidder-" + i % BIDDERS, auction, 10 + i));
    }
  }

  private static void assertDelivered(
      LoadClient clients, ServerProcess server, IntFunction<Answer> publish) {
    BitSet published = new BitSet();
    Duration before = server.figures().cpu();
    Pace.of(
        PER_SECOND,
        EVENTS,
        i -> published.set((int) publish.apply(i).expect(201).position().seq()));
    Waiting.upTo(30, "everything is delivered")
        .untilAsserted(() -> assertThat(clients.lacking(published)).isEmpty());
    Duration used = server.figures().cpu().minus(before);

    assertThat(clients.allInOrder()).as("in order").isTrue();
    assertThat(clients.ended()).as("connections lost").isZero();
    assertThat(clients.delivered()).isEqualTo((long) CLIENTS * EVENTS);
    System.out.printf(
        "server CPU per delivered message, publishing included: %.1f microseconds%n",
        used.toNanos() / 1_000.0 / clients.delivered());
  }

  private List<String> tokens() {
    return IntStream.range(0, CLIENTS)
        .mapToObj(i -> servers.tokens().of("fan-" + i / CONNECTIONS_PER_USER))
        .toList();
  }
}
