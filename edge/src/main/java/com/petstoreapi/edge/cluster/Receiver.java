package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.cluster.Notice.Word;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.List;
import java.util.function.Consumer;

/** Does what another node's notice asks for. Used by one thread. */
final class Receiver implements Consumer<Notice> {
  private final LiveStreams streams;
  private final Connections connections;
  private final Words words;
  private final Tracing tracing;

  Receiver(LiveStreams streams, Connections connections, Words words, Tracing tracing) {
    this.streams = streams;
    this.connections = connections;
    this.words = words;
    this.tracing = tracing;
  }

  @Override
  public void accept(Notice notice) {
    if (notice instanceof Committed committed) {
      hear(committed);
    } else if (notice instanceof UserToGo going) {
      end(going);
    } else if (notice instanceof Word word) {
      words.heard(word);
    }
  }

  private void hear(Committed told) {
    if (!tracing.isOn() || told.trace().isEmpty()) {
      streams.heard(told.stream(), told.head(), told.events());
      return;
    }
    int size = told.events().size();
    Step step = tracing.follow(Stage.BELL_HEARD, told.stream(), size, List.of(told.trace()));
    try {
      List<Event> events =
          told.events().stream().map(event -> event.followedBy(step.trace())).toList();
      streams.heard(told.stream(), told.head(), events);
      step.end();
    } catch (RuntimeException e) {
      step.fail();
      throw e;
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
