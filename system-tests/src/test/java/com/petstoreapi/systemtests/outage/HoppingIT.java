package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.Cluster;
import com.petstoreapi.systemtests.cluster.WithCluster;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Clients leave without a word at odd moments and come back wherever the balancer leads them, while
 * both nodes publish: nothing lost, doubled or in another order.
 *
 * <p>The seed is printed. Ten minutes:
 *
 * <pre>mvn verify -Dit.test=HoppingIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.hopping.seconds=600</pre>
 */
@WithCluster
class HoppingIT {
  private static final int SECONDS = Integer.getInteger("petstore.hopping.seconds");
  private static final long SEED = Long.getLong("petstore.hopping.seed");
  private static final int PER_SECOND = 40;
  private static final int OF_EACH_KIND = 4;

  private final Cluster cluster;

  HoppingIT(BrokeredCluster cluster) {
    this.cluster = cluster.nodes();
  }

  @Test
  void whoHopsFromNodeToNodeGetsEverythingOnceAndInOrder() throws InterruptedException {
    System.out.printf("hopping: %d s, seed %d%n", SECONDS, SEED);
    List<Notifications> desks =
        List.of(new Notifications(cluster.first()), new Notifications(cluster.second()));
    List<Auctions> halls = List.of(new Auctions(cluster.first()), new Auctions(cluster.second()));
    String auction = halls.get(0).open();
    List<Watcher> watchers = new ArrayList<>();
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < OF_EACH_KIND; i++) {
      String token = cluster.tokens().of("hopper-" + i);
      watchers.add(new SocketWatcher(new Auctions(cluster).socket(auction), token));
      watchers.add(new StreamWatcher(new Auctions(cluster).events(auction), token));
      listeners.add(new Listener(cluster, "hopper-" + i));
    }
    List<String> told = new ArrayList<>();
    Returning hopping = new Returning(all(watchers, listeners), Optional.of(new Random(SEED)));
    Pace.of(
        PER_SECOND,
        PER_SECOND * SECONDS,
        i -> {
          told.add(desks.get(i % 2).publish("hop-" + i).toString());
          halls.get(i % 2).bid("bidder-" + i % 7, auction, 1 + i).expect(201);
        });
    hopping.calmDown();
    Position last = Position.parse(told.get(told.size() - 1));

    for (Listener listener : listeners) {
      Waiting.await("the last").until(() -> listener.ids("hop-").contains(last.toString()));
      assertThat(listener.ids("hop-")).containsExactlyElementsOf(told);
    }
    for (Watcher watcher : watchers) {
      Waiting.await("the last bid").until(() -> watcher.bids().size() >= told.size());
      assertThat(watcher.bids()).isEqualTo(halls.get(1).bidLog(auction));
      assertThat(watcher.count("reset")).isZero();
    }
    System.out.printf(
        "hopping: %d events and bids, connections made: %d%n",
        told.size(), listeners.stream().mapToInt(Listener::connections).sum());
    hopping.close();
    watchers.forEach(Watcher::close);
    listeners.forEach(Listener::close);
  }

  private static List<Visitor> all(List<Watcher> watchers, List<Listener> listeners) {
    List<Visitor> all = new ArrayList<>(watchers);
    all.addAll(listeners);
    return all;
  }
}
