package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.outbox.BacklogFigures;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of the outbox at {@code /metrics}; the same on all nodes, as the outbox is. */
@ApplicationScoped
public class OutboxMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Outbox outbox) {
    BacklogFigures backlog = new BacklogFigures(outbox);
    figures.gauge(
        "petstore_outbox_waiting",
        "announcements that have not reached notification-service",
        () -> backlog.get().waiting());
    figures.gauge(
        "petstore_outbox_oldest_seconds",
        "for how long the first of them has waited",
        () -> backlog.get().oldest().toMillis() / 1_000.0);
    figures.gauge(
        "petstore_outbox_refused",
        "announcements that notification-service has refused as invalid",
        () -> backlog.get().setAside());
  }
}
