package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.quota.RateLimit;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets go what nobody needs any more: streams that are not in use, keys that are too old. */
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
  private Future<?> rounds;

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class)
          Object event) {
    rounds = executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private void round() {
    writes.sweep();
    streams.evictIdle(STREAM_IDLE);
    try {
      forgetOldKeys();
    } catch (SQLException | JournalUnavailable e) {
      LOG.log(System.Logger.Level.WARNING, "old idempotency keys were not deleted", e);
    } catch (RuntimeException e) { // there would be no further round
      LOG.log(System.Logger.Level.ERROR, "housekeeping failed", e);
    }
  }

  /** In small transactions, so that nobody waits for one. */
  private void forgetOldKeys() throws SQLException {
    Instant limit = clock.instant().minus(KEY_KEPT);
    int forgotten = KEYS_AT_ONCE;
    while (forgotten == KEYS_AT_ONCE) {
      forgotten =
          transactions.inTransaction(
              connection -> Idempotency.forget(connection, limit, KEYS_AT_ONCE));
    }
  }
}
