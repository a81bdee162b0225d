package com.petstoreapi.presence.cluster;

import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.cluster.Words;
import com.petstoreapi.presence.Neighbours;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.PresenceSettings;
import com.petstoreapi.presence.Report;
import java.util.UUID;

/** Has the nodes tell each other who is at their places, by the bell. */
public final class PresenceOnNodes implements Neighbours {
  private static final String CHANNEL = "presence";

  private final Nodes nodes;

  private PresenceOnNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The presence of this node, which hears the others from now on. */
  public static Presence open(PresenceSettings settings, Nodes nodes, Words words) {
    String name = UUID.randomUUID().toString(); // of this run: what an earlier one said is not its
    Presence presence = new Presence(settings, name, new PresenceOnNodes(nodes), System::nanoTime);
    words.listen(CHANNEL, text -> ReportJson.read(text).ifPresent(presence::heard));
    return presence;
  }

  @Override
  public void tell(Report report) {
    nodes.tell(CHANNEL, ReportJson.write(report));
  }
}
