package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.WithCluster;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Any node of either service, the broker or PostgreSQL is killed (SIGKILL) and started again, in
 * random order, while twelve bid, one publishes and others watch and listen, all behind the
 * balancer. Nobody lends a hand but by starting what was killed.
 *
 * <p>The seed is printed. More, or other dice:
 *
 * <pre>mvn verify -Dit.test=FaultsIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.faults=40 -Dpetstore.faults.seed=7</pre>
 */
@WithCluster
class FaultsIT extends Aftermath {
  private static final int FAULTS = Integer.getInteger("petstore.faults");
  private static final long SEED = Long.getLong("petstore.faults.seed");

  private final Faults faults;
  private final BrokeredCluster cluster;
  private final List<Listener> listeners = new ArrayList<>();
  private Publisher publisher;
  private Returning returning;

  FaultsIT(BrokeredCluster cluster) {
    super(cluster.nodes(), 12, SEED);
    this.cluster = cluster;
    this.faults = new Faults(cluster, new Random(SEED));
  }

  @BeforeAll
  void twelveBidAndAnythingIsKilled() throws InterruptedException {
    System.out.printf("faults: %d, seed %d%n", FAULTS, SEED);
    for (int i = 0; i < 3; i++) {
      listeners.add(new Listener(cluster.nodes(), "listener-" + i));
    }
    publisher = new Publisher(notifications, "fault-");
    bidThrough(this::breakThings, FaultsIT::breathe);
    publisher.close();
  }

  private void breakThings(Hall hall) throws InterruptedException {
    List<Visitor> visitors = new ArrayList<>(watchers);
    visitors.addAll(listeners);
    returning = new Returning(visitors, Optional.empty());
    for (int i = 0; i < FAULTS; i++) {
      faults.next(hall);
    }
    auctions.close(hall.main(), "close-the-main-auction").expect(200);
    faults.print();
  }

  @AfterAll
  void listenersLeave() throws InterruptedException {
    returning.close();
    listeners.forEach(Listener::close);
  }

  @Test
  void everyListenerHeardEachAcknowledgedNotificationOnceAndInOneOrder() {
    List<String> published = publisher.acknowledged();
    for (Listener listener : listeners) {
      Waiting.await("the last").until(() -> listener.titles("fault-").containsAll(published));
      assertThat(listener.titles("fault-")).doesNotHaveDuplicates();
      assertThat(listener.ids("fault-")).isEqualTo(listeners.get(0).ids("fault-"));
      assertThat(listener.wasReset()).isFalse();
    }
  }

  @Test
  void theServiceIsBackWithinTenSecondsAfterEachFault() {
    assertThat(faults.recoveries()).hasSize(FAULTS).allMatch(seconds -> seconds < 10);
  }

  /** As people do; else the log would be too long to be looked at from all sides. */
  private static void breathe() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
