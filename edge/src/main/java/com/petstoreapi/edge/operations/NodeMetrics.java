package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.identity.AuthFigures;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.quota.RateLimit;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.store.GuardedDataSource;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.edge.store.retention.Retention;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of a node: whom it turns away, what it does for all, what it stands on. */
@ApplicationScoped
public class NodeMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      AuthFigures auth,
      RateLimit writes,
      Connections connections,
      Leases leases,
      Retention retention,
      GuardedDataSource database) {
    figures.tally(
        "petstore_auth_refusals_total",
        "requests and handshakes that were not let in",
        "cause",
        auth.refused());
    figures.quota("writes", writes::refused);
    figures.quota("user-connections", connections::refusedToUsers);
    figures.quota("address-connections", connections::refusedToAddresses);
    figures.gauge(
        "petstore_leases_held", "kinds of work that only this node does now", leases::held);
    figures.counter(
        "petstore_events_forgotten_total",
        "events that this node has deleted as they were too old",
        retention::forgotten);
    figures.gauge(
        "petstore_database_away",
        "1 while the database is known to be away, else 0",
        () -> database.isAway() ? 1 : 0);
    files(figures);
  }

  /** Each connection is a file to the system; only systems with such files tell of them. */
  private static void files(Figures figures) {
    if (OpenFiles.open().isPresent()) {
      figures.gauge(
          "petstore_process_open_files",
          "file descriptors that are open",
          () -> OpenFiles.open().orElse(0));
      figures.gauge(
          "petstore_process_most_files",
          "file descriptors that may be open",
          () -> OpenFiles.most().orElse(0));
    }
  }
}
