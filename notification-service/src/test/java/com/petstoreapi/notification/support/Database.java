package com.petstoreapi.notification.support;

import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A fresh H2 in memory with the service's own schema, and the notifications in it. */
public final class Database {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final String URL =
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private final StreamSettings settings =
      new StreamSettings(
          Duration.ofSeconds(15),
          Duration.ZERO,
          Duration.ofSeconds(2),
          4,
          Duration.ofSeconds(10),
          Duration.ZERO,
          new TailBounds(64, 1 << 20),
          new WriterBounds(500, 1_000),
          new LaneBounds(1, 8, Duration.ofSeconds(5)));
  private final DataSource dataSource;
  private final Transactions transactions;
  private final Clock clock;
  private final LiveStreams streams;

  private Database(DataSource dataSource, Clock clock) {
    this.clock = clock;
    this.dataSource = dataSource;
    this.transactions = new JdbcTransactions(dataSource);
    this.streams = node();
  }

  public static Database create() {
    return create(() -> NOW);
  }

  /** One by whose clock it is always what that says. */
  public static Database create(InstantSource now) {
    DataSource pool = JdbcConnectionPool.create(URL.formatted(UUID.randomUUID()), "sa", "");
    Migrations.run(pool);
    return new Database(pool, now.withZone(ZoneOffset.UTC));
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Transactions transactions() {
    return transactions;
  }

  public StreamSettings settings() {
    return settings;
  }

  /** Streams whose writers and bells run on the caller's thread. */
  public LiveStreams streams() {
    return streams;
  }

  /** The streams as one more node has them, on the same database. */
  public LiveStreams node() {
    return new LiveStreams(
        new JdbcJournal(dataSource, transactions, clock),
        settings.tail(),
        settings.writer(),
        Runnable::run,
        Coalescing.none(Runnable::run));
  }

  public LiveStream notifications() {
    return streams.stream(NotificationStream.NAME);
  }

  /** Appends in one transaction. */
  public void append(Draft... drafts) {
    streams
        .writer(NotificationStream.NAME)
        .submit(
            commit -> {
              List.of(drafts).forEach(commit::append);
              return "";
            })
        .join();
  }
}
