package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.admission.Overload.Cause;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.metrics.Label;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** How much this node has to do, and whom it turns away for that. */
@ApplicationScoped
public class AdmissionMetrics {
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Overload overload) {
    figures.gauge(
        "petstore_admission_refusing",
        "1 while newcomers are turned away as there is too much to do, else 0",
        () -> overload.cause().isPresent() ? 1 : 0);
    for (Cause cause : Cause.values()) {
      figures.counter(
          "petstore_admission_refusals_total",
          "streams and sockets turned away, by what there was too much of",
          () -> overload.refused(cause),
          new Label("cause", cause.wire()));
    }
    figures.gauge(
        "petstore_admission_lag_seconds",
        "how late those are told who wait for their turn",
        () -> overload.last().lag().toNanos() / NANOS_PER_SECOND);
    figures.gauge(
        "petstore_admission_heap_ratio",
        "the part of the heap that collections leave",
        () -> overload.last().heap());
  }
}
