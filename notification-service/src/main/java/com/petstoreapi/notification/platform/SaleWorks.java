package com.petstoreapi.notification.platform;

import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.sale.store.SaleClock;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What goes on by itself while the service runs: the clock of the sales. */
@ApplicationScoped
public class SaleWorks {
  private static final long LOOK_EVERY_MILLIS = 500;

  @Resource private ManagedScheduledExecutorService executor;
  private Future<?> looks;

  void start(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      SaleClock clock) {
    looks = executor.scheduleWithFixedDelay(clock, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (looks != null) {
      looks.cancel(true);
    }
  }
}
