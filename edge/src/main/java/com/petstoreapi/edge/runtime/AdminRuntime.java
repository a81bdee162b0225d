package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.admin.LogLevels;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Future;

/** What operators change at run time, and its way back. */
@ApplicationScoped
public class AdminRuntime {
  private static final long EVERY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> sweeps;

  @Produces
  @Singleton
  LogLevels logLevels(Clock clock) {
    return new LogLevels(clock);
  }

  static void stop(@Disposes LogLevels levels) {
    levels.close();
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      LogLevels levels) {
    sweeps = Rounds.begin(executor, "putting log levels back", EVERY_MILLIS, levels::sweep);
  }

  @PreDestroy
  void end() {
    if (sweeps != null) {
      sweeps.cancel(true);
    }
  }
}
