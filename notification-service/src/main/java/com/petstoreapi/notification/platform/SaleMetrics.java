package com.petstoreapi.notification.platform;

import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.sale.store.Till;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of the sales at {@code /metrics}. */
@ApplicationScoped
public class SaleMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Till till) {
    figures.counter(
        "petstore_purchases_made_total", "purchases that this node has made", till::made);
    figures.counter(
        "petstore_purchases_refused_total",
        "purchases that this node has refused: sold out, not open, or too many for one buyer",
        till::refused);
  }
}
