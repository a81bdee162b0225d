package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.tracing.Tracing;
import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** This node's place among the others of its service. */
public final class Cluster implements AutoCloseable {
  private final Optional<Topic> topic;
  private final Nodes nodes;
  private final Tracing tracing;
  private final Words words = new Words();

  private Cluster(Optional<Topic> topic, Tracing tracing) {
    this.topic = topic;
    this.tracing = tracing;
    this.nodes = topic.map(Nodes::new).orElseGet(Nodes::none);
  }

  /**
   * Where no connection factory is set the node is by itself; it need not be able to send messages
   * then.
   *
   * @throws IllegalStateException when there is no connection factory of that name
   */
  public static Cluster from(ClusterSettings settings, Tracing tracing) {
    return new Cluster(
        settings
            .connectionFactory()
            .map(name -> new Topic(lookup(name), settings.topic(), settings.node(), tracing)),
        tracing);
  }

  /** The other nodes. */
  public Nodes nodes() {
    return nodes;
  }

  /** What they say beside the journal. */
  public Words words() {
    return words;
  }

  /** Begins to speak and to listen. Returns at once, whether or not the broker is there. */
  public void open(ThreadFactory threads, LiveStreams streams, Connections connections) {
    topic.ifPresent(bell -> bell.open(threads, new Receiver(streams, connections, words, tracing)));
  }

  /** Notices that nobody was told because the broker was away or too slow. */
  public long dropped() {
    // No reference to a method of Topic: a node by itself need not have the classes it speaks with.
    return topic.isPresent() ? topic.get().dropped() : 0L;
  }

  @Override
  public void close() {
    if (topic.isPresent()) { // no method reference: a node by itself may have no Jakarta Messaging
      topic.get().close();
    }
  }

  private static ConnectionFactory lookup(String name) {
    try {
      return (ConnectionFactory) new InitialContext().lookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("there is no connection factory " + name, e);
    }
  }
}
