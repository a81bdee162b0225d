package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.admission.Heap;
import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.DeliveryLag;
import com.petstoreapi.edge.settings.AdmissionSettings;
import com.petstoreapi.edge.settings.SettingsReader;
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

/** Measures four times a second how much this node has to do. */
@ApplicationScoped
public class AdmissionRuntime {
  private static final long EVERY_MILLIS = 250;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> looks;

  @Produces
  @Singleton
  AdmissionSettings settings(SettingsReader reader) {
    return AdmissionSettings.from(reader);
  }

  @Produces
  @Singleton
  Overload overload(AdmissionSettings settings) {
    return new Overload(settings);
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Overload overload,
      Connections connections) {
    DeliveryLag lag = new DeliveryLag(connections);
    Heap heap = new Heap();
    looks =
        Rounds.begin(
            executor, "measuring the load", EVERY_MILLIS, () -> measure(overload, lag, heap));
  }

  @PreDestroy
  void end() {
    if (looks != null) {
      looks.cancel(true);
    }
  }

  private static void measure(Overload overload, DeliveryLag lag, Heap heap) {
    long now = System.nanoTime();
    overload.measured(new Overload.Measured(lag.look(now), heap.inUse()), now);
  }
}
