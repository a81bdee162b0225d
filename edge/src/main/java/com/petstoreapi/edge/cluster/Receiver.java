package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.realtime.delivery.LiveStreams;
import java.util.function.Consumer;

/** Does what another node's notice asks for. Used by one thread. */
final class Receiver implements Consumer<Notice> {
  private final LiveStreams streams;
  private final Connections connections;

  Receiver(LiveStreams streams, Connections connections) {
    this.streams = streams;
    this.connections = connections;
  }

  @Override
  public void accept(Notice notice) {
    if (notice instanceof Committed committed) {
      streams.heard(committed.stream(), committed.head(), committed.events());
    } else if (notice instanceof UserToGo going) {
      connections.endAllOf(going.user());
    }
  }
}
