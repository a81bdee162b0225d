package com.petstoreapi.edge.support;

import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A fresh H2 in memory with the tables, and a journal in it. */
public final class Database {
  private static final String URL =
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private final DataSource dataSource;
  private final Journal journal;

  private Database(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.journal = new JdbcJournal(dataSource, new JdbcTransactions(dataSource), clock);
  }

  /**
   * @param clock what the journal takes for the database's
   */
  public static Database create(Clock clock) {
    DataSource pool = JdbcConnectionPool.create(URL.formatted(UUID.randomUUID()), "sa", "");
    try (InputStream script = Database.class.getResourceAsStream("/schema.sql");
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(pool, clock);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Journal journal() {
    return journal;
  }

  /** Streams whose writers and bells run on that executor. */
  public LiveStreams streams(Executor executor) {
    return new LiveStreams(
        journal,
        new TailBounds(64, 1 << 20),
        new WriterBounds(500, 1_000),
        executor,
        Coalescing.none(executor));
  }
}
