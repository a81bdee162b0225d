package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody takes more than his share, and who is refused knows when to come back. */
@WithServers
class QuotasIT {
  private static final int STREAMS_PER_USER = 20;
  private static final int AFTER_THE_BURST = 1_000;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  QuotasIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void fourHundredPingsInABurstAreLimitedAndNothingBreaks() {
    try (SocketClient socket = auctions.join("burst", auctions.open())) {
      IntStream.range(0, 100).forEach(i -> ping(socket, i));
      JsonObject refusal = socket.await("error");
      assertThat(refusal.getString("code")).isEqualTo("rate-limited");
      assertThat(socket.messages("pong")).hasSizeGreaterThanOrEqualTo(40);
      Waiting.await("good again after a while")
          .pollInterval(Duration.ofSeconds(refusal.getInt("retryAfterSeconds")))
          .until(() -> pongsAgain(socket));
      Callable<Void> flood =
          () -> {
            IntStream.range(0, 400).forEach(i -> pingIfOpen(socket));
            return null;
          };
      Crowd.of(List.of(flood));
      assertThat(socket.awaitCloseCode()).isEqualTo(4429);
    }
    auctions.as("somebody").get("/v1/auctions").expect(200);
  }

  @Test
  void the21stStreamIsToldToComeBackInAWayThatBrowsersUnderstand() {
    String token = servers.tokens().of("greedy");
    List<SseClient> streams = open(() -> SseClient.open(notifications.stream(""), token));
    SseClient oneTooMany = SseClient.open(notifications.stream(""), token);
    oneTooMany.await("refused");
    Waiting.await("it ends").until(() -> !oneTooMany.isOpen());
    assertThat(oneTooMany.retryMillis()).isBetween(10_000, 60_000);
    assertThat(oneTooMany.events()).hasSize(1);
    assertThat(oneTooMany.events().get(0).json().getString("code")).isEqualTo("rate-limited");
    assertThat(streams).allMatch(SseClient::isOpen);

    Answer plain = notifications.as("greedy").send("GET", Notifications.STREAM, "");
    assertThat(plain.expect(429).text("code")).isEqualTo("rate-limited");
    assertThat(Integer.parseInt(plain.header("Retry-After"))).isBetween(10, 30);

    streams.get(0).close();
    Waiting.await("the place is free").until(() -> says(token, "hello"));
    streams.forEach(SseClient::close);
  }

  @Test
  void the21stSocketIsClosedWith4429() {
    String auction = auctions.open();
    List<SocketClient> sockets = open(() -> auctions.join("greedy", auction));
    String token = servers.tokens().of("greedy");
    try (SocketClient oneTooMany = SocketClient.open(auctions.socket(auction), token)) {
      assertThat(oneTooMany.await("error").getString("code")).isEqualTo("rate-limited");
      assertThat(oneTooMany.awaitCloseCode()).isEqualTo(4429);
    }
    assertThat(sockets).allMatch(SocketClient::isOpen);
    auctions.join("modest", auction).close();
    sockets.forEach(SocketClient::close);
    Waiting.await("the places are free").until(() -> isLetIn(auction, token));
  }

  @Test
  void writesAboveTheRateAreRefusedAndThoseOfOthersAreNot() {
    HttpApi eager = notifications.as("eager");
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    Callable<Void> hurry =
        () -> {
          for (int i = 0; i < 2_000 && !statuses.contains(429); i++) {
            Answer answer = eager.put("/v1/notifications/read-position", JsonText.of());
            statuses.add(answer.status());
            assertThat(answer.status() != 429 || answer.header("Retry-After").equals("1")).isTrue();
          }
          return null;
        };
    Crowd.of(Collections.nCopies(8, hurry));
    assertThat(statuses).containsExactlyInAnyOrder(400, 429);
    notifications.as("calm").put("/v1/notifications/read-position", JsonText.of()).expect(400);
    eager.get("/v1/pets").expect(200);
  }

  @Test
  void anAdminEndsAllConnectionsOfAUser() {
    String auction = auctions.open();
    try (SseClient stream = notifications.listen("leaver");
        SseClient otherStream = notifications.listen("stayer");
        SocketClient socket = auctions.join("leaver", auction);
        SocketClient otherSocket = auctions.join("stayer", auction)) {
      String path = "/v1/admin/users/leaver/connections";
      notifications.as("leaver").send("DELETE", path, "").expect(403);
      assertThat(ended(notifications.as("root", "admin"), path)).isEqualTo(1);
      assertThat(ended(auctions.as("root", "admin"), path)).isEqualTo(1);
      assertThat(socket.awaitCloseCode()).isEqualTo(4403);
      Waiting.await("the stream ends").until(() -> !stream.isOpen());
      assertThat(otherStream.isOpen()).isTrue();
      assertThat(otherSocket.isOpen()).isTrue();
      assertThat(ended(auctions.as("root", "admin"), path)).isZero();
    }
  }

  private static int ended(HttpApi admin, String path) {
    return admin.send("DELETE", path, "").expect(200).json().getInt("ended");
  }

  private static <T> List<T> open(Supplier<T> connection) {
    List<T> all = new ArrayList<>();
    IntStream.range(0, STREAMS_PER_USER).forEach(i -> all.add(connection.get()));
    return all;
  }

  private boolean says(String token, String type) {
    try (SseClient stream = SseClient.open(notifications.stream(""), token)) {
      Waiting.await("a first word").until(() -> !stream.events().isEmpty());
      return stream.events().get(0).type().equals(type);
    }
  }

  private boolean isLetIn(String auction, String token) {
    try (SocketClient socket = SocketClient.open(auctions.socket(auction), token)) {
      Waiting.await("a first word").until(() -> !socket.messages().isEmpty());
      return socket.messages().get(0).getString("type").equals("snapshot");
    }
  }

  /** Asks once more, and looks whether an earlier time was answered. */
  private static boolean pongsAgain(SocketClient socket) {
    ping(socket, AFTER_THE_BURST);
    return socket.messages("pong").stream().anyMatch(pong -> pong.getInt("at") == AFTER_THE_BURST);
  }

  private static void ping(SocketClient socket, int at) {
    socket.send(JsonText.of("type", "ping", "at", at));
  }

  private static void pingIfOpen(SocketClient socket) {
    if (socket.isOpen()) {
      try {
        ping(socket, 0);
      } catch (RuntimeException closedMeanwhile) {
        // What is waited for.
      }
    }
  }
}
