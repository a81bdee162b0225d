package com.petstoreapi.auction.platform;

import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.cluster.Dismissals;
import com.petstoreapi.circle.cluster.RemarksOnNodes;
import com.petstoreapi.circle.socket.CircleSockets;
import com.petstoreapi.circle.sse.CircleStreams;
import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.cluster.Words;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.runtime.Rounds;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.socket.Sockets;
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

/** What the streams that are for their members only have in common, and its clock. */
@ApplicationScoped
public class CircleRuntime {
  private static final long ROUND_MILLIS = 250;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> rounds;

  @Produces
  @Singleton
  Remarks remarks(Nodes nodes, Words words) {
    return RemarksOnNodes.open(nodes, words);
  }

  @Produces
  @Singleton
  Dismissals dismissals(Connections connections, Nodes nodes) {
    return new Dismissals(connections, nodes);
  }

  @Produces
  @Singleton
  CircleSockets circleSockets(Sockets sockets, Presence presence, Remarks remarks) {
    return new CircleSockets(sockets, presence, remarks);
  }

  @Produces
  @Singleton
  CircleStreams circleStreams(SseStreams streams, Presence presence) {
    return new CircleStreams(streams, presence);
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Remarks remarks) {
    rounds = Rounds.begin(executor, "remarks", ROUND_MILLIS, remarks::round);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }
}
