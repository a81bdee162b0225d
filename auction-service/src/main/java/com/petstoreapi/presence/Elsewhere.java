package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
      if (node.until.remove(visit) == null) { // out, and in again at the end
        arrived.accept(visit);
      }
      node.until.put(visit, now + leaseNanos);
    }
    for (Visit visit : report.gone()) {
      if (node.until.remove(visit) != null) {
        departed.accept(visit);
      }
    }
    if (report.stops()) {
      node.stop(now + graceNanos);
    }
  }

  /** Those of whom nothing was heard for too long. */
  List<Visit> takeGone(long now) {
    List<Visit> gone = new ArrayList<>();
    nodes.values().forEach(node -> node.takeGone(now, gone));
    nodes.values().removeIf(node -> now - node.heard >= leaseNanos && node.until.isEmpty());
    return gone;
  }

  /** Nodes that were heard of recently, and have not stopped. */
  int nodes() {
    return (int) nodes.values().stream().filter(node -> !node.stops).count();
  }

  /** One other node. Its visits are in the order in which they end. */
  private static final class Node {
    private final Map<Visit, Long> until = new LinkedHashMap<>();
    private long heard;
    private boolean stops;

    void stop(long lastUntil) {
      stops = true;
      until.replaceAll((visit, end) -> end - lastUntil > 0 ? lastUntil : end);
    }

    void takeGone(long now, List<Visit> gone) {
      Iterator<Map.Entry<Visit, Long>> inOrder = until.entrySet().iterator();
      while (inOrder.hasNext()) {
        Map.Entry<Visit, Long> next = inOrder.next();
        if (next.getValue() - now > 0) {
          break;
        }
        gone.add(next.getKey());
        inOrder.remove();
      }
    }
  }
}
