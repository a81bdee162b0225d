package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The people of the other nodes, each as long as his node renews the word of him. */
final class Elsewhere {
  private final long leaseNanos;
  private final long graceNanos;
  private final Map<String, Node> nodes = new HashMap<>();

  Elsewhere(long leaseNanos, long graceNanos) {
    this.leaseNanos = leaseNanos;
    this.graceNanos = graceNanos;
  }

  /**
   * Takes a node's word.
   *
   * @param arrived is told of who was not there by that node's word before
   * @param departed is told of who is there by its word no longer
   */
  void heard(Report report, long now, Consumer<Visit> arrived, Consumer<Visit> departed) {
    Node node = nodes.computeIfAbsent(report.node(), name -> new Node());
    if (node.stops) {
      return; // said before it stopped, and heard late
    }
    node.heard = now;
    for (Visit visit : report.here()) {
      if (node.people.put(visit, now + leaseNanos)) {
        arrived.accept(visit);
      }
    }
    for (Visit visit : report.gone()) {
      if (node.people.remove(visit)) {
        departed.accept(visit);
      }
    }
    if (report.stops()) {
      node.stops = true;
      node.people.hasten(now + graceNanos);
    }
  }

  /** Those of whom nothing was heard for too long. */
  List<Visit> takeGone(long now) {
    List<Visit> gone = new ArrayList<>();
    nodes.values().forEach(node -> gone.addAll(node.people.takeEnded(now)));
    nodes.values().removeIf(node -> now - node.heard >= leaseNanos && node.people.isEmpty());
    return gone;
  }

  /** Nodes that were heard of recently, and have not stopped. */
  int nodes() {
    return (int) nodes.values().stream().filter(node -> !node.stops).count();
  }

  /** One other node. */
  private static final class Node {
    private final Endings people = new Endings();
    private long heard;
    private boolean stops;
  }
}
