package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.cluster.Cluster;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.store.GuardedDataSource;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.edge.store.retention.Retention;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures of delivery at {@code /metrics}. */
@ApplicationScoped
public class StreamMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      SseStreams sse,
      Lanes lanes,
      LiveStreams streams,
      Cluster cluster,
      Leases leases,
      Retention retention,
      GuardedDataSource database) {
    Gauges gauges = new Gauges(registry);
    gauges.add("petstore_sse_connections", "SSE streams that are open", sse::open);
    gauges.add("petstore_lane_batches", "batches written to clients", lanes::batches);
    gauges.add(
        "petstore_lane_hand_overs",
        "lanes given to a fresh thread because a client did not read",
        lanes::handOvers);
    gauges.add(
        "petstore_lane_stuck_writers",
        "threads that wait for a client which does not read",
        lanes::stuckWriters);
    gauges.add(
        "petstore_connections_cut",
        "connections cut because a write lasted too long",
        lanes::cutConnections);
    gauges.add("petstore_streams_open", "streams with a tail", () -> streams.open().size());
    gauges.add(
        "petstore_commands_waiting",
        "commands that wait for a transaction",
        streams::waitingCommands);
    gauges.add(
        "petstore_bell_dropped",
        "notices to other nodes that were dropped: the broker was away or too slow",
        cluster::dropped);
    gauges.add("petstore_leases_held", "kinds of work that only this node does now", leases::held);
    gauges.add(
        "petstore_events_forgotten",
        "events that this node has deleted as they were too old",
        retention::forgotten);
    gauges.add(
        "petstore_database_away",
        "1 while the database is known to be away, else 0",
        () -> database.isAway() ? 1 : 0);
  }
}
