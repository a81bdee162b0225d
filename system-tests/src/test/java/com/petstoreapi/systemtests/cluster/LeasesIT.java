package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What one node does for all: another takes over when it dies or stops. */
@WithCluster
class LeasesIT {
  /** The closing clock, the outbox relay, retention. */
  private static final int KINDS = 3;

  /** Five seconds, and some for a machine that has other things to do. */
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(8);

  private final Cluster cluster;

  LeasesIT(BrokeredCluster cluster) {
    this.cluster = cluster.nodes();
  }

  @Test
  void eachKindOfWorkIsDoneByOneNode() {
    Waiting.await("each is somebody's").until(this::heldByBoth, all -> all == KINDS);
  }

  @Test
  void whenTheNodeIsKilledThatClosesAuctionsAnotherDoesSoon() {
    PetstoreServers holder = holder();
    PetstoreServers other = otherThan(holder);
    Auctions hall = new Auctions(other);
    Instant end = Instant.now().plusSeconds(4);
    String auction = hall.openUntil(end);
    try (SocketClient bob = hall.join("bob", auction);
        SseClient listener = new Notifications(other).listen("ann")) {
      hall.bid("ann", auction, 1).expect(201);
      holder.auction().kill();
      bob.await("auction-end");
      Duration late = Duration.between(end, Instant.now());
      System.out.printf("closed by another node %d ms after its end%n", late.toMillis());
      assertThat(late).isLessThan(TAKEN_OVER_WITHIN);
      listener.await(
          "auction-won", won -> won.json().getString("auctionId").equals(auction)); // the relay too
    }
    assertThat(held(other.auction())).isEqualTo(KINDS);
  }

  @Test
  void whenTheNodeStopsInGoodOrderAnotherDoesAtOnce() {
    PetstoreServers holder = holder();
    PetstoreServers other = otherThan(holder);
    holder.auction().stop();
    Waiting.upTo(2, "it is the other's").until(() -> held(other.auction()) == KINDS);
  }

  /** The node that does all; two that have begun at once may have shared it between them. */
  private PetstoreServers holder() {
    Waiting.await("each is somebody's").until(this::heldByBoth, all -> all == KINDS);
    if (held(cluster.first().auction()) == KINDS) {
      return cluster.first();
    }
    if (held(cluster.second().auction()) < KINDS) {
      cluster.first().auction().stop();
      cluster.ensureRunning();
    }
    Waiting.await("the second has it all")
        .until(() -> held(cluster.second().auction()), held -> held == KINDS);
    return cluster.second();
  }

  private PetstoreServers otherThan(PetstoreServers node) {
    return node == cluster.first() ? cluster.second() : cluster.first();
  }

  private int heldByBoth() {
    return held(cluster.first().auction()) + held(cluster.second().auction());
  }

  private static int held(ServerProcess server) {
    return (int) server.metric("petstore_leases_held");
  }
}
