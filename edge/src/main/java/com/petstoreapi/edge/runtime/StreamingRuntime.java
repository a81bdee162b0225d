package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.Origins;
import com.petstoreapi.edge.identity.Tickets;
import com.petstoreapi.edge.quota.RateLimit;
import com.petstoreapi.edge.settings.BrowserSettings;
import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.store.GuardedDataSource;
import com.petstoreapi.edge.store.JtaTransactions;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.DeliveryFigures;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.tracing.Tracing;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * Builds what both services stand on, from their settings: the journal, the live streams and the
 * lanes. The plain objects know nothing of CDI; here they get their life cycle.
 */
@ApplicationScoped
public class StreamingRuntime {
  private static final long IDLE_SECONDS = 30;

  @Resource(lookup = "jdbc/petstore")
  private DataSource pool;

  @Resource private ManagedThreadFactory threads;
  @Resource private UserTransaction transaction;

  @Produces
  @Singleton
  SettingsReader settingsReader(Config config) {
    return new SettingsReader(config);
  }

  @Produces
  @Singleton
  StreamSettings streamSettings(SettingsReader reader) {
    return StreamSettings.from(reader);
  }

  @Produces
  @Singleton
  Identity identity(SettingsReader reader) {
    return Identity.from(IdentitySettings.from(reader));
  }

  @Produces
  @Singleton
  BrowserSettings browserSettings(SettingsReader reader) {
    return BrowserSettings.from(reader);
  }

  @Produces
  @Singleton
  Origins origins(BrowserSettings settings) {
    return new Origins(settings.allowedOrigins());
  }

  @Produces
  @Singleton
  Tickets tickets(BrowserSettings settings, Clock clock) {
    return Tickets.from(settings, clock);
  }

  @Produces
  @Singleton
  QuotaSettings quotaSettings(SettingsReader reader) {
    return QuotaSettings.from(reader);
  }

  @Produces
  @Singleton
  RateLimit writes(QuotaSettings quotas) {
    return new RateLimit(quotas.writesPerSecond(), quotas.writeBurst());
  }

  @Produces
  @Singleton
  Connections connections(QuotaSettings quotas, Overload overload, Clock clock) {
    return new Connections(quotas, overload, clock);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Uuid7 uuid7(Clock clock) {
    return new Uuid7(clock);
  }

  @Produces
  @Singleton
  @Typed({DataSource.class, GuardedDataSource.class})
  GuardedDataSource dataSource() {
    // A thread for each question: in the server's pool it might wait behind those who wait for it.
    return new GuardedDataSource(pool, question -> threads.newThread(question).start());
  }

  @Produces
  @Singleton
  Transactions transactions(GuardedDataSource dataSource) {
    return new JtaTransactions(dataSource, transaction);
  }

  @Produces
  @Singleton
  Journal journal(GuardedDataSource dataSource, Transactions transactions, Clock clock) {
    return new JdbcJournal(dataSource, transactions, clock, dataSource::isAway);
  }

  @Produces
  @Singleton
  LiveStreams liveStreams(
      Journal journal,
      StreamSettings settings,
      CommandThreads commands,
      BellRinger ringer,
      Nodes nodes,
      Clock clock,
      Tracing tracing) {
    return new LiveStreams(
        journal,
        settings.tail(),
        settings.writer(),
        commands.executor(),
        new Coalescing(ringer.executor(), settings.coalescing()),
        nodes,
        new DeliveryFigures(clock::millis),
        tracing);
  }

  @Produces
  @Singleton
  CommandThreads commandThreads(StreamSettings settings) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            settings.transactions(),
            settings.transactions(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // at most one task a stream
            threads);
    executor.allowCoreThreadTimeOut(true);
    return new CommandThreads(executor);
  }

  void stop(@Disposes CommandThreads commands) {
    commands.executor().shutdownNow();
  }

  @Produces
  @Singleton
  BellRinger bellRinger() {
    return new BellRinger(
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "bell-ringer");
              thread.setDaemon(true);
              return thread;
            }));
  }

  void stop(@Disposes BellRinger ringer) {
    ringer.executor().shutdownNow();
  }

  @Produces
  @Singleton
  Lanes lanes(StreamSettings settings) {
    return new Lanes(settings.lanes(), WriterThreads.create());
  }

  void stop(@Disposes Lanes lanes) {
    lanes.close();
  }

  @Produces
  @Singleton
  Heartbeats heartbeats() {
    return new Heartbeats();
  }

  void stop(@Disposes Heartbeats heartbeats) {
    heartbeats.close();
  }

  @Produces
  @Singleton
  SseStreams sseStreams(
      Lanes lanes,
      Heartbeats heartbeats,
      Connections connections,
      StreamSettings settings,
      Clock clock) {
    return new SseStreams(lanes, heartbeats, connections, settings, clock);
  }

  /**
   * The threads that run transactions. Their own, not the server's pool: requests wait for their
   * commits on the threads of that pool, and could take the last one.
   */
  record CommandThreads(ExecutorService executor) {}

  /** The thread that wakes listeners when a stream's head has moved. */
  record BellRinger(ExecutorService executor) {}
}
