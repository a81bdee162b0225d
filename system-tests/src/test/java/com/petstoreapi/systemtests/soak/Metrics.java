package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.ServerProcess;
import java.util.Map;

/** What a server tells at {@code /metrics}. */
record Metrics(Map<String, Double> figures) {

  static Metrics of(ServerProcess server) {
    return new Metrics(server.metrics());
  }

  double usedHeapBytes() {
    return figure("memory_usedHeap_bytes");
  }

  /** Streams and sockets that are open. */
  int connections() {
    return (int) figure("petstore_connections_open");
  }

  /** Batches that were written to clients. */
  double batches() {
    return figure("petstore_lane_batches_total");
  }

  /** Threads that wait for clients which do not read. */
  int stuckWriters() {
    return (int) figure("petstore_lane_stuck_writers");
  }

  /** Connections that were cut because a write lasted too long. */
  int cut() {
    return (int) figure("petstore_connections_cut_total");
  }

  private double figure(String name) {
    Double figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("not told: " + name);
    }
    return figure;
  }
}
