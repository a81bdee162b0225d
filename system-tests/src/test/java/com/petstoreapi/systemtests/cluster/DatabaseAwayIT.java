package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL dies, or answers nobody any more, and comes back. */
@WithCluster
class DatabaseAwayIT {
  /** All the calls of a test together; whoever waited for the database would wait for longer. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private static final int VISITORS_OF_EACH_NODE = 3;

  private final List<PetstoreServers> nodes;
  private final PostgresServer database;
  private final Notifications notifications;
  private final Auctions auctions;
  private Runnable restore = () -> {};

  DatabaseAwayIT(BrokeredCluster brokered) {
    Cluster cluster = brokered.nodes();
    nodes = List.of(cluster.first(), cluster.second());
    database = cluster.database();
    notifications = new Notifications(cluster.first());
    auctions = new Auctions(cluster.first());
  }

  /** Whatever happened: the next test wants it back. */
  @AfterEach
  void theDatabaseIsThere() {
    restore.run();
    awaitWrites();
  }

  @Test
  void writesAreRefusedAtOnceWhileConnectionsStayAndTheTailGoesOn() {
    String auction = auctions.open();
    try (SseClient listener = notifications.listen("ann");
        SocketClient bob = auctions.join("bob", auction)) {
      Position before = notifications.publish("before");
      notifications.publish("shortly before");
      kill();

      awaitRefusal();
      long began = System.nanoTime();
      Answer refused = notifications.publisher().post("/v1/notifications", anything());
      assertThat(refused.expect(503).text("code")).isEqualTo("unavailable");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      Answer read = notifications.as("ann").get("/v1/pets/no-such-pet");
      assertThat(read.expect(503).text("code")).isEqualTo("unavailable");
      JsonObject bid = bob.ask(Auctions.bidMessage(1, UUID.randomUUID().toString()));
      assertThat(bid.getString("type")).isEqualTo("error");
      assertThat(bid.getString("code")).isEqualTo("unavailable");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);

      try (SseClient fromTheTail = notifications.listenAfter(before.toString(), "eve")) {
        fromTheTail.await("notification", e -> Notifications.title(e).equals("shortly before"));
      }
      assertThat(listener.isOpen()).isTrue();
      assertThat(bob.isOpen()).isTrue();

      start();
      awaitWrites();
      assertNobodyMeetsADeadConnection(auction);
      notifications.publish("afterwards");
      listener.await("notification", e -> Notifications.title(e).equals("afterwards"));
      auctions.bid("ann", auction, 1).expect(201);
      bob.await("bid");
    }
  }

  @Test
  void whatNobodyKnowsOfIsKnownByItsKey() {
    String auction = auctions.open();
    auctions.bid("ann", auction, 1).expect(201);
    String key = UUID.randomUUID().toString();
    CompletableFuture<Integer> unanswered =
        CompletableFuture.supplyAsync(() -> auctions.bid("bob", auction, 2, key).status());
    kill();
    unanswered.join();
    start();
    awaitWrites();

    Answer once = auctions.bid("bob", auction, 2, key).expect(201);
    Answer twice = auctions.bid("bob", auction, 2, key).expect(201);
    assertThat(LoggedBid.of(twice.json())).isEqualTo(LoggedBid.of(once.json()));
    assertThat(auctions.bidLog(auction)).hasSize(2);
  }

  /** As when a switch dies, or a disk. */
  @Test
  void whoAnswersNobodyIsNotWaitedForByAll() {
    try (SseClient listener = notifications.listen("ann")) {
      database.freeze();
      restore = database::thaw;
      awaitRefusal(); // the first ones wait until they give up
      long began = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        notifications.publisher().post("/v1/notifications", anything()).expect(503);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE.multipliedBy(2));
      assertThat(listener.isOpen()).isTrue();

      database.thaw();
      restore = () -> {};
      awaitWrites();
      notifications.publish("thawed");
      listener.await("notification", e -> Notifications.title(e).equals("thawed"));
    }
  }

  private void kill() {
    database.kill();
    restore = this::start;
  }

  private void start() {
    restore = () -> {};
    database.start();
  }

  private void awaitRefusal() {
    Waiting.upTo(30, "it is known that the database is away")
        .until(
            () -> notifications.publisher().post("/v1/notifications", anything()).status() == 503);
  }

  /** Nobody lends a hand; each node finds out by itself. */
  private void awaitWrites() {
    for (PetstoreServers node : nodes) {
      Waiting.upTo(10, "both services write again")
          .ignoreExceptionsMatching(failure -> failure instanceof AssertionError)
          .until(
              () -> {
                new Notifications(node).publish("again");
                new Auctions(node).open();
                return true;
              });
    }
  }

  /** Of those that the pools held when the database died. */
  private void assertNobodyMeetsADeadConnection(String auction) {
    for (PetstoreServers node : nodes) {
      for (int i = 0; i < VISITORS_OF_EACH_NODE; i++) {
        new Auctions(node).join("visitor-" + i, auction).close();
      }
    }
  }

  private static JsonObject anything() {
    return Notifications.notification("anything", "-");
  }
}
