package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.Cluster;
import com.petstoreapi.systemtests.cluster.WithCluster;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nodes of two builds are at work side by side, and the old ones go one by one, while somebody
 * publishes and others listen.
 *
 * <p>Without anything said the old build is this one, and the next is this one with one more
 * migration. With the servers of an older build:
 *
 * <pre>mvn verify -Dit.test=RollingUpgradeIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.previous=/path/to/older/target/usr</pre>
 */
@WithCluster
class RollingUpgradeIT {
  private static final String PREVIOUS = System.getProperty("petstore.previous", "");

  private final Cluster cluster;

  RollingUpgradeIT(BrokeredCluster shared) {
    cluster = PREVIOUS.isEmpty() ? shared.nodes() : Cluster.of(Path.of(PREVIOUS));
  }

  /** The shared nodes go on, on the schema that is ahead of them. */
  @AfterEach
  void theNextOnesGo() {
    cluster.removeAdded();
    if (!PREVIOUS.isEmpty()) {
      cluster.close();
    }
  }

  @Test
  void nothingIsLostOrRefusedWhileTheNodesAreReplaced() throws InterruptedException {
    List<Listener> listeners =
        List.of(
            new Listener(cluster, "ann"),
            new Listener(cluster, "bob"),
            new Listener(cluster, "eve"));
    Returning returning = new Returning(listeners, Optional.empty());
    Publisher publisher = new Publisher(new Notifications(cluster), "upgrade-");

    PetstoreServers next = cluster.addNextBuild();
    understandOneAnother(cluster.first(), next);
    cluster.first().notification().kill();
    cluster.first().auction().kill();
    cluster.first().ensureRunning(); // the schema is ahead of it now
    understandOneAnother(cluster.first(), next);
    for (PetstoreServers old : List.of(cluster.first(), cluster.second())) {
      old.stop();
    }
    new Notifications(next).publish("the new ones are alone");

    publisher.close();
    List<String> published = publisher.acknowledged();
    assertThat(published).hasSizeGreaterThan(100);
    for (Listener listener : listeners) {
      Waiting.await("the last").until(() -> listener.titles("upgrade-").size() >= published.size());
      assertThat(listener.titles("upgrade-")).isEqualTo(published);
      assertThat(listener.wasReset()).isFalse();
    }
    returning.close();
    listeners.forEach(Listener::close);
  }

  private static void understandOneAnother(PetstoreServers one, PetstoreServers other) {
    hears(one, other);
    hears(other, one);
    String auction = new Auctions(one).open();
    try (SocketClient here = new Auctions(one).join("ann", auction);
        SocketClient there = new Auctions(other).join("bob", auction)) {
      new Auctions(other).bid("ann", auction, 1).expect(201);
      here.await("bid");
      new Auctions(one).bid("bob", auction, 2).expect(201);
      there.await("bid", bid -> bid.getInt("amount") == 2);
    }
  }

  private static void hears(PetstoreServers listening, PetstoreServers speaking) {
    try (SseClient listener = new Notifications(listening).listen("dan")) {
      new Notifications(speaking).publish("from build to build");
      listener.await(
          "notification", event -> Notifications.title(event).equals("from build to build"));
    }
  }
}
