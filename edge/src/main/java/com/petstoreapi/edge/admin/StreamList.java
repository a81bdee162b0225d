package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.connection.Standing;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The streams of this node, and how far those are who listen. Takes no lock of theirs. */
final class StreamList {
  private final LiveStreams streams;
  private final Connections connections;

  StreamList(LiveStreams streams, Connections connections) {
    this.streams = streams;
    this.connections = connections;
  }

  /**
   * A page by name. All connections are looked at once, whatever the page's length.
   *
   * @param after the last name of the page before, or empty
   */
  List<StreamStanding> page(String after, int limit) {
    List<LiveStream> page =
        streams.open().stream()
            .filter(stream -> stream.name().compareTo(after) > 0)
            .sorted(Comparator.comparing(LiveStream::name))
            .limit(limit)
            .toList();
    Map<String, Listeners> found =
        page.stream().collect(Collectors.toMap(LiveStream::name, stream -> new Listeners()));
    for (Admission admission : connections.after(0)) {
      Listeners listeners = found.get(admission.stream());
      if (listeners != null) {
        listeners.add(admission.standing());
      }
    }
    return page.stream().map(stream -> standing(stream, found.get(stream.name()))).toList();
  }

  private static StreamStanding standing(LiveStream stream, Listeners listeners) {
    Position head = stream.head();
    return new StreamStanding(
        stream.name(),
        head,
        new Position(stream.oldestInTail(), head.epoch()),
        stream.tailSize(),
        stream.tailBytes(),
        listeners.count,
        Optional.ofNullable(listeners.slowest));
  }

  private static final class Listeners {
    private int count;
    private Standing slowest;

    void add(Standing one) {
      count++;
      boolean isOpen = one.position().isPresent();
      if (isOpen && (slowest == null || one.lag() > slowest.lag())) {
        slowest = one;
      }
    }
  }
}
