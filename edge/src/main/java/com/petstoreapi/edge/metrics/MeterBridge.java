package com.petstoreapi.edge.metrics;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Tells the figures over OpenTelemetry as well, where the server has it. Where it is switched off
 * its meter does nothing, and this costs nothing.
 */
@ApplicationScoped
public class MeterBridge {
  private static final int AFTER_ALL_ELSE = 1_000;

  void begin(
      @Observes @Priority(AFTER_ALL_ELSE) @Initialized(ApplicationScoped.class) Object event,
      Instance<OpenTelemetry> telemetry,
      Figures figures) {
    if (telemetry.isResolvable()) {
      figures.tell(new MeterSink(telemetry.get().getMeter("com.petstoreapi.live")));
    }
  }
}
