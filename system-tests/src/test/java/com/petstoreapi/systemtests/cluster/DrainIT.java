package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes stop in good order under a crowd, which goes on at the others: nothing lost, nothing
 * doubled.
 */
@WithCluster
class DrainIT {
  private static final int CONNECTIONS = Integer.getInteger("petstore.drain.connections");
  private static final int CONNECTIONS_PER_USER = 10;
  private static final int GONE_WITHIN_SECONDS = 20;
  private static final int PER_SECOND = 20;

  private final PetstoreServers stopping;
  private final PetstoreServers staying;
  private final Notifications notifications;
  private final Auctions auctions;
  private final BitSet told = new BitSet();
  private final BitSet bids = new BitSet();
  private CompletableFuture<Void> stops = CompletableFuture.completedFuture(null);
  private volatile boolean enough;

  DrainIT(BrokeredCluster cluster) {
    this.stopping = cluster.nodes().first();
    this.staying = cluster.nodes().second();
    this.notifications = new Notifications(staying);
    this.auctions = new Auctions(staying);
  }

  @Test
  void allGoInGoodOrderAndMissNothingAtTheNextNode() throws Exception {
    String auction = auctions.open();
    try (LoadClient streams = new LoadClient();
        LoadClient sockets = new LoadClient()) {
      streams.openStreams(new Notifications(stopping).stream(""), tokens(), "notification");
      sockets.openSockets(new Auctions(stopping).socket(auction), tokens(), "bid");
      CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(auction));
      Waiting.upTo(30, "all have heard something")
          .until(() -> streams.delivered() > 5L * CONNECTIONS && sockets.delivered() > CONNECTIONS);

      long began = System.nanoTime();
      stops =
          CompletableFuture.allOf(
              CompletableFuture.runAsync(stopping.notification()::stop),
              CompletableFuture.runAsync(stopping.auction()::stop));
      Waiting.upTo(5, "no more requests are wanted")
          .until(() -> !stopping.notification().isReady() && !stopping.auction().isReady());
      Waiting.upTo(GONE_WITHIN_SECONDS, "all have gone")
          .until(() -> streams.ended() + sockets.ended() == CONNECTIONS);
      double seconds = (System.nanoTime() - began) / 1e9;
      assertThat(sockets.farewells()).containsOnly(1012);
      assertThat(streams.farewells()).allMatch(retry -> retry >= 500 && retry <= 5_000);
      assertThat(new HashSet<>(streams.farewells())).hasSizeGreaterThan(CONNECTIONS / 8);

      streams.resumeAt(notifications.stream(""));
      sockets.resumeAt(auctions.socket(auction));
      streams.awaitAll();
      sockets.awaitAll();
      stops.get(40, TimeUnit.SECONDS);
      double stopped = (System.nanoTime() - began) / 1e9;
      finish(publishing);

      Waiting.upTo(30, "all have everything")
          .untilAsserted(
              () -> {
                assertThat(streams.lacking(told)).isEmpty();
                assertThat(sockets.lacking(bids)).isEmpty();
              });
      assertThat(streams.allInOrder()).isTrue();
      assertThat(sockets.allInOrder()).isTrue();
      assertThat(streams.delivered()).isEqualTo(CONNECTIONS / 2L * told.cardinality());
      assertThat(sockets.delivered()).isEqualTo(CONNECTIONS / 2L * bids.cardinality());
      System.out.printf(
          "drain: %d connections gone after %.1f s, both servers after %.1f s%n",
          CONNECTIONS, seconds, stopped);
    }
  }

  /** Whoever comes next finds either a server or none. */
  @AfterEach
  void theServersHaveStopped() throws Exception {
    stops.get(60, TimeUnit.SECONDS);
  }

  private void publish(String auction) {
    Pace.until(
        i -> enough,
        120,
        PER_SECOND,
        i -> {
          told.set((int) notifications.publish("drain-" + i).seq());
          Answer bid = auctions.bid("bidder-" + i % 7, auction, 1 + i).expect(201);
          bids.set((int) bid.position().seq());
        });
  }

  private void finish(CompletableFuture<Void> publishing)
      throws InterruptedException, ExecutionException, TimeoutException {
    enough = true;
    publishing.get(30, TimeUnit.SECONDS);
  }

  /** Of half of the connections. */
  private List<String> tokens() {
    return IntStream.range(0, CONNECTIONS / 2)
        .mapToObj(i -> staying.tokens().of("crowd-" + i / CONNECTIONS_PER_USER))
        .toList();
  }
}
