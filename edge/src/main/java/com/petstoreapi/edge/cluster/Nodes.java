package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.cluster.Notice.Word;
import com.petstoreapi.realtime.delivery.Bell;
import com.petstoreapi.realtime.journal.Event;
import java.util.List;

/** The other nodes of this service, as far as they can be told something. */
public final class Nodes implements Bell {
  private final Sender sender;

  /** Takes a notice on its way. */
  @FunctionalInterface
  interface Sender {
    /** Must neither block nor fail. */
    void send(Notice notice);
  }

  Nodes(Sender sender) {
    this.sender = sender;
  }

  /** Those of a node by itself: there are none. */
  public static Nodes none() {
    return new Nodes(notice -> {});
  }

  @Override
  public void ring(String stream, List<Event> events) {
    Event last = events.get(events.size() - 1);
    sender.send(new Committed(stream, last.seq(), events, last.trace()));
  }

  /** Has them end the streams and sockets of a user. */
  public void endConnectionsOf(String user) {
    sender.send(new UserToGo(user, ""));
  }

  /** Has them end those that are for one stream. */
  public void endConnectionsOf(String user, String stream) {
    sender.send(new UserToGo(user, stream));
  }

  /**
   * Tells them something that is not kept. It may come late, twice or never.
   *
   * @param channel who understands it there, see {@link Words}
   */
  public void tell(String channel, String text) {
    sender.send(new Word(channel, text));
  }
}
