package com.petstoreapi.circle.cluster;

import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.connection.Connections;

/**
 * Shows somebody out of a stream that is for others only, on all nodes. To be called after the
 * commit that has removed him: who comes in later is asked anew.
 */
public final class Dismissals {
  private final Connections connections;
  private final Nodes nodes;

  public Dismissals(Connections connections, Nodes nodes) {
    this.connections = connections;
    this.nodes = nodes;
  }

  /** Ends his sockets, with 4403, and his SSE streams. Never blocks. */
  public void dismiss(String user, String stream) {
    connections.endAllOf(user, stream);
    nodes.endConnectionsOf(user, stream);
  }
}
