package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.outbox.BacklogFigures;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.edge.operations.Gauges;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures of the outbox at {@code /metrics}; the same on all nodes, as the outbox is. */
@ApplicationScoped
public class OutboxMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      Outbox outbox) {
    Gauges gauges = new Gauges(registry);
    BacklogFigures figures = new BacklogFigures(outbox);
    gauges.add(
        "petstore_outbox_waiting",
        "announcements that have not reached notification-service",
        () -> figures.get().waiting());
    gauges.add(
        "petstore_outbox_oldest_seconds",
        "for how long the first of them has waited",
        () -> figures.get().oldest().toMillis() / 1_000.0);
    gauges.add(
        "petstore_outbox_refused",
        "announcements that notification-service has refused as invalid",
        () -> figures.get().setAside());
  }
}
