package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The figures of delivery at {@code /metrics}. */
@ApplicationScoped
public class StreamMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      SseStreams sse,
      Lanes lanes,
      LiveStreams streams) {
    gauge(registry, "petstore_sse_connections", "SSE streams that are open", sse::open);
    gauge(registry, "petstore_lane_batches", "batches written to clients", lanes::batches);
    gauge(
        registry,
        "petstore_lane_hand_overs",
        "lanes given to a fresh thread because a client did not read",
        lanes::handOvers);
    gauge(
        registry,
        "petstore_lane_stuck_writers",
        "threads that wait for a client which does not read",
        lanes::stuckWriters);
    gauge(
        registry,
        "petstore_connections_cut",
        "connections cut because a write lasted too long",
        lanes::cutConnections);
    gauge(registry, "petstore_streams_open", "streams with a tail", () -> streams.open().size());
    gauge(
        registry,
        "petstore_commands_waiting",
        "commands that wait for a transaction",
        streams::waitingCommands);
  }

  private static <T extends Number> void gauge(
      MetricRegistry registry, String name, String description, Supplier<T> value) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, value);
  }
}
