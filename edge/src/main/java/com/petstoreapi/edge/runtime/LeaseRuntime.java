package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
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
import java.util.concurrent.TimeUnit;

/** Keeps the leases of this node, and gives them back when it ends. */
@ApplicationScoped
public class LeaseRuntime {
  private static final long EVERY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService executor;
  private Leases kept;
  private Future<?> renewals;

  @Produces
  @Singleton
  Leases leases(Transactions transactions, ClusterSettings settings) {
    return new Leases(transactions, settings.node());
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Leases leases) {
    kept = leases;
    renewals =
        executor.scheduleWithFixedDelay(leases::renew, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    if (renewals != null) {
      renewals.cancel(true);
      kept.giveUp();
    }
  }
}
