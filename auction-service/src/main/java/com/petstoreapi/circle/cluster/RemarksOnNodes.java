package com.petstoreapi.circle.cluster;

import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.json.RemarkJson;
import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.cluster.Words;

/** Has the nodes tell each other of remarks, by the bell. */
public final class RemarksOnNodes {
  private static final String CHANNEL = "remarks";

  private RemarksOnNodes() {}

  /** The remarks of this node, which hears the others from now on. */
  public static Remarks open(Nodes nodes, Words words) {
    Remarks remarks =
        new Remarks(remark -> nodes.tell(CHANNEL, RemarkJson.write(remark)), System::nanoTime);
    words.listen(CHANNEL, text -> RemarkJson.read(text).ifPresent(remarks::heard));
    return remarks;
  }
}
