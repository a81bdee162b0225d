package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.cluster.Notice.Word;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.realtime.delivery.LiveStreams;
import java.util.function.Consumer;

/** Does what another node's notice asks for. Used by one thread. */
final class Receiver implements Consumer<Notice> {
  private final LiveStreams streams;
  private final Connections connections;
  private final Words words;

  Receiver(LiveStreams streams, Connections connections, Words words) {
    this.streams = streams;
    this.connections = connections;
    this.words = words;
  }

  @Override
  public void accept(Notice notice) {
    if (notice instanceof Committed committed) {
      streams.heard(committed.stream(), committed.head(), committed.events());
    } else if (notice instanceof UserToGo going) {
      end(going);
    } else if (notice instanceof Word word) {
      words.heard(word);
    }
  }

  private void end(UserToGo going) {
    if (going.stream().isEmpty()) {
      connections.endAllOf(going.user());
    } else {
      connections.endAllOf(going.user(), going.stream());
    }
  }
}
