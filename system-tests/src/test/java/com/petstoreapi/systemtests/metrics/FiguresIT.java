package com.petstoreapi.systemtests.metrics;

import static com.petstoreapi.systemtests.support.Notifications.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import org.junit.jupiter.api.Test;

/** What happens is seen at {@code /metrics}, under the name and the labels that it should have. */
@WithServers
class FiguresIT {
  private static final int MISSED = 30;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  FiguresIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void aStreamIsCountedWhenItComesAndWhenItGoes() {
    String sse = "transport=\"sse\"";
    Growth opened = of(servers.notification(), "petstore_connections_opened_total", sse);
    Growth live = of(servers.notification(), "petstore_stream_starts_total", "start=\"live\"");
    Growth gone =
        of(servers.notification(), "petstore_connections_closed_total", sse, "cause=\"gone\"");
    double open = servers.notification().metric("petstore_connections_open", sse);
    try (SseClient stream = notifications.listen("counted")) {
      assertThat(servers.notification().metric("petstore_connections_open", sse))
          .isGreaterThanOrEqualTo(1)
          .isGreaterThanOrEqualTo(open);
      assertThat(servers.notification().metric("petstore_connections_registered")).isPositive();
      opened.await(1);
      live.await(1);
      stream.await("hello");
    }
    gone.await(1);
  }

  @Test
  void aDeliveryIsCountedWithItsLag() {
    ServerProcess server = servers.notification();
    Growth events = of(server, "petstore_delivery_events_total");
    Growth lag = of(server, "petstore_delivery_lag_seconds_count");
    Growth soon = of(server, "petstore_delivery_lag_seconds_bucket", "le=\"30\"");
    Growth tail = of(server, "petstore_delivery_looks_total", "source=\"tail\"");
    Growth commits = of(server, "petstore_commit_duration_seconds_count");
    Growth commands = of(server, "petstore_commit_batch_commands_sum");
    try (SseClient stream = notifications.listen("counted")) {
      notifications.publish("counted");
      stream.await("notification", event -> Notifications.title(event).equals("counted"));
    }
    events.await(1);
    lag.await(1);
    soon.await(1);
    tail.await(1);
    commits.await(1);
    commands.await(1);
  }

  @Test
  void whoComesBackIsCountedWithWhatHeMissed() {
    ServerProcess server = servers.notification();
    String left;
    try (SseClient leaves = notifications.listen("counted")) {
      left = leaves.lastEventId();
    }
    notifications.publishAll(numbered("missed", MISSED));
    Growth resumed = of(server, "petstore_stream_starts_total", "start=\"resumed\"");
    Growth behind = of(server, "petstore_resume_behind_events_sum");
    try (SseClient back = notifications.listenAfter(left, "counted")) {
      back.await("notification", event -> Notifications.title(event).equals("missed-" + MISSED));
    }
    resumed.await(1);
    behind.await(MISSED);
  }

  @Test
  void aPositionThatCannotBeReplayedIsCountedByItsReason() {
    Growth resets =
        of(servers.notification(), "petstore_stream_resets_total", "reason=\"unknown-epoch\"");
    try (SseClient lost = notifications.listenAfter("5-nosuchepoch", "counted")) {
      lost.await("reset");
    }
    resets.await(1);
  }

  @Test
  void bidsAreCountedByWhatTheirBiddersAreTold() {
    String auction = auctions.open();
    Growth accepted = of(servers.auction(), "petstore_bids_total", "outcome=\"accepted\"");
    Growth tooLow = of(servers.auction(), "petstore_bids_total", "outcome=\"too-low\"");
    Growth nowhere = of(servers.auction(), "petstore_bids_total", "outcome=\"not-found\"");
    auctions.bid("ann", auction, 10).expect(201);
    auctions.bid("bob", auction, 5).expect(422);
    auctions.bid("bob", "no-such-auction", 5).expect(404);
    accepted.await(1);
    tooLow.await(1);
    nowhere.await(1);
  }

  @Test
  void messagesOverSocketsAreCounted() {
    ServerProcess server = servers.auction();
    Growth messages = of(server, "petstore_socket_message_seconds_count");
    Growth opened = of(server, "petstore_connections_opened_total", "transport=\"websocket\"");
    try (SocketClient socket = auctions.join("counted", auctions.open())) {
      socket.send(JsonText.of("type", "ping", "at", 1));
      socket.await("pong");
    }
    messages.await(1);
    opened.await(1);
  }

  @Test
  void whoIsNotLetInIsCountedByTheReason() {
    Growth missing = of(servers.auction(), "petstore_auth_refusals_total", "cause=\"missing\"");
    Growth malformed = of(servers.auction(), "petstore_auth_refusals_total", "cause=\"malformed\"");
    auctions.anonymous().get("/v1/auctions").expect(401);
    new HttpApi(servers.auction("/"), "nonsense").get("/v1/auctions").expect(401);
    missing.await(1);
    malformed.await(1);
  }

  @Test
  void aNodeTellsOfItsFiles() {
    for (ServerProcess server : new ServerProcess[] {servers.notification(), servers.auction()}) {
      double open = server.metric("petstore_process_open_files");
      assertThat(open).isPositive();
      assertThat(server.metric("petstore_process_most_files")).isGreaterThan(open);
    }
  }

  private static Growth of(ServerProcess server, String figure, String... labels) {
    return new Growth(server, figure, labels, server.metric(figure, labels));
  }

  /** By how much a figure has grown since. */
  private record Growth(ServerProcess server, String figure, String[] labels, double before) {
    double now() {
      return server.metric(figure, labels) - before;
    }

    void await(double least) {
      Waiting.await(figure + " " + String.join(",", labels)).until(() -> now() >= least);
    }
  }
}
