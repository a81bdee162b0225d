package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.cluster.Cluster;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.realtime.delivery.DeliveryFigures;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of an event's way from its commit to its clients. */
@ApplicationScoped
public class DeliveryMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Lanes lanes,
      LiveStreams streams,
      Cluster cluster) {
    commits(figures, streams);
    bell(figures, streams.figures(), cluster);
    delivery(figures, streams.figures());
    lanes(figures, lanes);
  }

  private static void commits(Figures figures, LiveStreams streams) {
    figures.histogram(
        "petstore_commit_duration_seconds",
        "what a transaction takes, from the wish for it to its commit",
        streams.commits().duration());
    figures.histogram(
        "petstore_commit_batch_commands",
        "commands that were committed together",
        streams.commits().commands());
    figures.gauge(
        "petstore_commands_waiting",
        "commands that wait for a transaction",
        streams::waitingCommands);
    figures.gauge(
        "petstore_streams_open", "streams with a tail in memory", () -> streams.open().size());
  }

  private static void bell(Figures figures, DeliveryFigures delivery, Cluster cluster) {
    figures.histogram(
        "petstore_bell_lag_seconds",
        "from the decision of an event until another node's notice of it is heard",
        delivery.bellLag());
    figures.tally(
        "petstore_bell_misses_total",
        "how often events were found of which no notice had come in time",
        "found_by",
        delivery.misses());
    figures.tally(
        "petstore_bell_missed_events_total",
        "the events that were found so",
        "found_by",
        delivery.missedEvents());
    figures.counter(
        "petstore_bell_dropped_total",
        "notices to other nodes that were dropped: the broker was away or too slow",
        cluster::dropped);
  }

  private static void delivery(Figures figures, DeliveryFigures delivery) {
    figures.histogram(
        "petstore_delivery_lag_seconds",
        "from the decision of an event until it is written, of the oldest of each batch",
        delivery.lag());
    figures.histogram(
        "petstore_delivery_batch_events", "events that are written together", delivery.batches());
    figures.counter(
        "petstore_delivery_events_total",
        "events that were delivered, to each client",
        () -> (long) delivery.batches().sum());
    figures.tally(
        "petstore_delivery_looks_total",
        "events that were looked at for a client, by where they were",
        "source",
        delivery.looked());
    figures.counter(
        "petstore_journal_reads_total",
        "how often the journal was read for what the tail did not have",
        delivery::journalReads);
  }

  private static void lanes(Figures figures, Lanes lanes) {
    figures.counter("petstore_lane_batches_total", "writes to clients", lanes::batches);
    figures.counter(
        "petstore_lane_hand_overs_total",
        "lanes given to a fresh thread because a client did not read",
        lanes::handOvers);
    figures.gauge(
        "petstore_lane_stuck_writers",
        "threads that wait for a client which does not read",
        lanes::stuckWriters);
  }
}
