package com.petstoreapi.notification.platform;

import com.petstoreapi.edge.operations.Gauges;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.sale.store.Till;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures of the sales at {@code /metrics}. */
@ApplicationScoped
public class SaleMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      Till till) {
    Gauges gauges = new Gauges(registry);
    gauges.add("petstore_purchases_made", "purchases that this node has made", till::made);
    gauges.add(
        "petstore_purchases_refused",
        "purchases that this node has refused: sold out, not open, or too many for one buyer",
        till::refused);
  }
}
