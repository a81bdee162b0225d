package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.store.GuardedDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks the database for a sign of life each second. */
@ApplicationScoped
public class DatabaseWatch {
  private static final long EVERY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> looks;

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      GuardedDataSource database) {
    looks =
        executor.scheduleWithFixedDelay(
            database::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    if (looks != null) {
      looks.cancel(true);
    }
  }
}
