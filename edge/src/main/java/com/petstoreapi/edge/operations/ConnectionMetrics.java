package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.history.LongPolls;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.metrics.Label;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.DeliveryFigures;
import com.petstoreapi.realtime.delivery.LaneFigures;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of who comes, is there and goes. */
@ApplicationScoped
public class ConnectionMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      SseStreams sse,
      LongPolls polls,
      Lanes lanes,
      LiveStreams streams,
      Connections connections) {
    figures.gauge(
        "petstore_connections_open",
        "connections that are open",
        sse::open,
        Label.of("transport", Carrier.SSE));
    figures.gauge("petstore_longpolls_waiting", "requests that wait for events", polls::waiting);
    figures.gauge(
        "petstore_connections_registered",
        "connections that have a place among those of their users",
        connections::count);
    comingsAndGoings(figures, lanes);
    beginnings(figures, streams.figures());
  }

  private static void comingsAndGoings(Figures figures, Lanes lanes) {
    LaneFigures all = lanes.figures();
    figures.tally(
        "petstore_connections_opened_total",
        "connections that were opened",
        "transport",
        all.opened());
    for (Carrier carrier : Carrier.values()) {
      Label transport = Label.of("transport", carrier);
      figures.tally(
          "petstore_connections_closed_total",
          "connections that are over, by what ended them",
          "cause",
          all.closed(carrier),
          transport);
      figures.gauge(
          "petstore_connections_stalled",
          "connections whose client does not read what is being written to it",
          () -> lanes.stuckWriters(carrier),
          transport);
    }
    figures.counter(
        "petstore_connections_cut_total",
        "connections cut because a write lasted too long",
        lanes::cutConnections);
  }

  private static void beginnings(Figures figures, DeliveryFigures delivery) {
    figures.tally(
        "petstore_stream_starts_total",
        "connections by where they asked their streams to begin",
        "start",
        delivery.beginnings());
    figures.tally(
        "petstore_stream_resets_total",
        "positions that could not be replayed",
        "reason",
        delivery.resets());
    figures.histogram(
        "petstore_resume_behind_events",
        "by how many events those who came back were behind",
        delivery.behind());
  }
}
