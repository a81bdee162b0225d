package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.quota.RateLimit;
import com.petstoreapi.edge.settings.RetentionSettings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.lease.Lease;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.edge.store.retention.Retention;
import com.petstoreapi.edge.store.retention.StreamsInUse;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.JdbcRetention;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets go what nobody needs any more: on each node the streams that are not in use, on one of them
 * the keys and the events that are too old.
 */
@ApplicationScoped
public class Housekeeping {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final Duration STREAM_IDLE = Duration.ofMinutes(10);
  private static final Duration KEY_KEPT = Duration.ofHours(24);
  private static final int KEYS_AT_ONCE = 500;

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private LiveStreams streams;
  @Inject private Transactions transactions;
  @Inject private RateLimit writes;
  @Inject private Clock clock;
  private Lease lease;
  private Retention events;
  private List<Future<?>> rounds = List.of();

  @Produces
  @Singleton
  RetentionSettings settings(SettingsReader reader) {
    return RetentionSettings.from(reader);
  }

  @Produces
  @Singleton
  Retention retention(
      Transactions transactions, StreamsInUse streamsInUse, RetentionSettings settings) {
    return new Retention(new JdbcRetention(transactions), streamsInUse, settings);
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Leases leases,
      Retention retention,
      RetentionSettings settings) {
    lease = leases.on("retention");
    events = retention;
    long millis = settings.every().toMillis();
    rounds =
        List.of(
            executor.scheduleWithFixedDelay(this::tidyUp, 1, 1, TimeUnit.MINUTES),
            executor.scheduleWithFixedDelay(
                this::forgetWhatIsOld, millis, millis, TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void end() {
    rounds.forEach(round -> round.cancel(true));
  }

  private void tidyUp() {
    writes.sweep();
    streams.evictIdle(STREAM_IDLE);
  }

  private void forgetWhatIsOld() {
    if (!lease.isHeld()) {
      return;
    }
    try {
      forgetOldKeys();
      events.run(lease::isHeld);
    } catch (SQLException | JournalUnavailable e) {
      LOG.log(System.Logger.Level.WARNING, "old keys or events were not deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // there would be no further round
      LOG.log(System.Logger.Level.ERROR, "housekeeping failed", e);
    }
  }

  /** In small transactions, so that nobody waits for one. */
  private void forgetOldKeys() throws SQLException {
    Instant limit = clock.instant().minus(KEY_KEPT);
    int forgotten = KEYS_AT_ONCE;
    while (forgotten == KEYS_AT_ONCE && lease.isHeld()) {
      forgotten =
          transactions.inTransaction(
              connection -> Idempotency.forget(connection, limit, KEYS_AT_ONCE));
    }
  }
}
