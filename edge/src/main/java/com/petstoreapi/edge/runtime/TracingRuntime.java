package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.logging.LogFields;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.settings.TracingSettings;
import com.petstoreapi.edge.tracing.OpenTelemetryTracing;
import com.petstoreapi.realtime.tracing.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Follows commands where that is wanted, and lets the log tell what its lines are about. */
@ApplicationScoped
public class TracingRuntime {
  private LogFields fields;

  @Produces
  @Singleton
  TracingSettings settings(SettingsReader reader) {
    return TracingSettings.from(reader);
  }

  @Produces
  @Singleton
  Tracing tracing(
      TracingSettings settings, ClusterSettings cluster, Instance<OpenTelemetry> telemetry) {
    return settings.on()
        ? new OpenTelemetryTracing(telemetry.get().getTracer("petstore-live"), cluster.node())
        : Tracing.OFF;
  }

  void begin(
      @Observes @Priority(StartUp.FIRST - 1) @Initialized(ApplicationScoped.class) Object event) {
    fields = LogFields.add(TracingRuntime::traceId);
  }

  @PreDestroy
  void end() {
    if (fields != null) {
      fields.close();
    }
  }

  private static String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }
}
