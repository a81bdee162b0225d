package com.petstoreapi.auction.platform;

import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.cluster.Words;
import com.petstoreapi.edge.connection.Drained;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.runtime.Rounds;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.cluster.PresenceOnNodes;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;

/** Has this node know who is where, and tell it: to its clients, and to the other nodes. */
@ApplicationScoped
public class PresenceRuntime {
  private static final long EVERY_MILLIS = 200;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> rounds;

  @Produces
  @Singleton
  Presence presence(AuctionSettings settings, Nodes nodes, Words words) {
    return PresenceOnNodes.open(settings.presence(), nodes, words);
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Presence presence,
      Figures figures) {
    figures.gauge(
        "petstore_presence_people", "people at the places of this node", presence::people);
    figures.gauge(
        "petstore_presence_places", "places where somebody is, on any node", presence::places);
    figures.gauge("petstore_presence_nodes", "other nodes that are heard of", presence::nodes);
    rounds = Rounds.begin(executor, "presence", EVERY_MILLIS, presence::round);
  }

  /** Its clients are on their way to other nodes, which are to wait for them. */
  void stop(@Observes Drained drained, Presence presence) {
    presence.stop();
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }
}
