package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Incident;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.List;
import java.util.regex.Pattern;

/** Whether both services are what they were, after whatever was done to them. */
final class Survival {
  /**
   * What a servlet, a filter or a resource let out. Else the container also notes, once for each
   * kind, which frame, head or body it could not read and which client went in the middle.
   */
  private static final Pattern OURS =
      Pattern.compile(
          "petstoreapi|resteasy|OutOfMemoryError"
              + "|com\\.ibm\\.ws\\.webcontainer\\.(filter|servlet|webapp)\\.");

  private static final int LET_GO_WITHIN_SECONDS = 90;

  private final PetstoreServers servers;
  private final Auctions auctions;
  private final Notifications notifications;
  private final String auction;
  private int bids;

  Survival(PetstoreServers servers) {
    this.servers = servers;
    this.auctions = new Auctions(servers);
    this.notifications = new Notifications(servers);
    this.auction = auctions.open();
  }

  /** A bid is seen on the auction's socket, an event on the stream. */
  void goodClientsAreServed() {
    assertThat(servers.notification().isReady()).isTrue();
    assertThat(servers.auction().isReady()).isTrue();
    try (SocketClient socket = auctions.join("a-good-bidder", auction);
        SseClient stream = notifications.listen("a-good-listener")) {
      auctions.bid("good-" + bids % 2, auction, ++bids).expect(201);
      socket.await("bid");
      notifications.publish("still here");
      stream.await("notification");
    }
  }

  /** Neither server noted that one of us threw what nobody expected. */
  void nobodyNotedAFault() {
    assertThat(incidents(servers.notification())).isEmpty();
    assertThat(incidents(servers.auction())).isEmpty();
  }

  /** No connection is left behind, and no thread with one that is gone. */
  void everybodyIsGone() {
    Waiting.upTo(LET_GO_WITHIN_SECONDS, "no stream and no socket is open")
        .untilAsserted(
            () -> {
              assertNothingIsLeft(servers.notification(), "petstore_connections_open");
              assertNothingIsLeft(servers.auction(), "petstore_connections_open");
              assertNothingIsLeft(servers.notification(), "petstore_connections_registered");
              assertNothingIsLeft(servers.auction(), "petstore_connections_registered");
              assertNothingIsLeft(servers.notification(), "petstore_lane_stuck_writers");
              assertNothingIsLeft(servers.auction(), "petstore_lane_stuck_writers");
            });
  }

  private static void assertNothingIsLeft(ServerProcess server, String gauge) {
    assertThat(server.metric(gauge)).as(gauge).isZero();
  }

  private static List<Incident> incidents(ServerProcess server) {
    return server.incidents().stream()
        .filter(incident -> OURS.matcher(incident.source() + incident.exception()).find())
        .toList();
  }
}
