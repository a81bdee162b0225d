package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.ServerProcess;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** What a server tells at {@code /metrics}; builds before the figures were renamed, too. */
record Metrics(Map<String, Double> figures) {

  static Metrics of(ServerProcess server) {
    return new Metrics(server.metrics());
  }

  double usedHeapBytes() {
    return first("memory_usedHeap_bytes");
  }

  /** Streams and sockets that are open. */
  int connections() {
    if (figures.containsKey("petstore_connections_open")) {
      return (int) first("petstore_connections_open");
    }
    double sockets = figures.getOrDefault("petstore_socket_connections", 0.0);
    return (int) (first("petstore_sse_connections") + sockets);
  }

  /** Batches that were written to clients. */
  double batches() {
    return first("petstore_lane_batches_total", "petstore_lane_batches");
  }

  /** Threads that wait for clients which do not read. */
  int stuckWriters() {
    return (int) first("petstore_lane_stuck_writers");
  }

  /** Connections that were cut because a write lasted too long. */
  int cut() {
    return (int) first("petstore_connections_cut_total", "petstore_connections_cut");
  }

  private double first(String... names) {
    return Arrays.stream(names)
        .map(figures::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not told: " + String.join(", ", names)));
  }
}
