package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.identity.AuthFigures;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.metrics.RegistrySink;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Tells the figures of this node at {@code /metrics}. */
@ApplicationScoped
public class MetricsRuntime {
  private static final long EVERY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> rounds;

  @Produces
  @Singleton
  RegistrySink registry(MetricRegistry registry) {
    return new RegistrySink(registry);
  }

  @Produces
  @Singleton
  Figures figures(RegistrySink registry) {
    return Figures.at(registry);
  }

  @Produces
  @Singleton
  AuthFigures authFigures() {
    return new AuthFigures();
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      RegistrySink registry) {
    rounds = Rounds.begin(executor, "figures", EVERY_MILLIS, registry::bringUpToDate);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }
}
