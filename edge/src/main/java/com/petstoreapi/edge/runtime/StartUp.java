package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.Tickets;
import com.petstoreapi.edge.settings.Settings;
import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.realtime.delivery.Lanes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * What must be done, and right, before a service takes its first request: the port is free, all
 * features are there, settings are in range, keys can be read, the schema is up to date. Whatever
 * is wrong ends the server with one clear line; Liberty by itself would report a good start.
 */
@ApplicationScoped
public class StartUp {
  /** Comes before everything that a service does at its start. */
  public static final int FIRST = 100;

  /** For what needs the schema: seed data, relays. */
  public static final int AFTER_SCHEMA = 200;

  private final Instance<DataSource> dataSource;
  private final Instance<Settings> settings;
  private final Instance<Identity> identity;
  private final Instance<Tickets> tickets;
  private final Instance<Lanes> lanes;
  private volatile boolean done;

  StartUp() {
    this(null, null, null, null, null);
  }

  /** Everything is looked up late, so that what fails does so where it can be told. */
  @Inject
  public StartUp(
      Instance<DataSource> dataSource,
      @Any Instance<Settings> settings,
      Instance<Identity> identity,
      Instance<Tickets> tickets,
      Instance<Lanes> lanes) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.identity = identity;
    this.tickets = tickets;
    this.lanes = lanes;
  }

  void begin(
      @Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event,
      Config config) {
    try {
      ServerChecks.run(config);
      settings.stream().toList(); // each checks itself when it is made
      identity.get();
      tickets.get();
      Migrations.run(dataSource.get());
      lanes.get();
      done = true;
    } catch (RuntimeException e) {
      FailedStart.endServer(config, e);
    }
  }

  /** Whether all that was done. */
  public boolean isDone() {
    return done;
  }
}
