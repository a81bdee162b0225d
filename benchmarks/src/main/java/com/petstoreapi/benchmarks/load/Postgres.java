package com.petstoreapi.benchmarks.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A PostgreSQL that forces every commit to disk before it is answered, as it does by default. */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final long pid;

  private Postgres(EmbeddedPostgres server, long pid) {
    this.server = server;
    this.pid = pid;
  }

  public static Postgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on") // the library turns it off
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_wal_size", "8GB") // else a checkpoint each 23 s, as it warns
              .start();
      return new Postgres(server, postmaster(server.getPostgresDatabase()));
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not start", e);
    }
  }

  /** Makes an empty database; returns its address for JDBC. */
  public String create(String database) {
    execute(server.getPostgresDatabase(), "CREATE DATABASE " + database);
    return server.getJdbcUrl("postgres", database);
  }

  /** A pool to a database that was made. */
  public HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  /** Processor time of all its processes. */
  public Duration used() {
    return Processors.usedByFamilyOf(pid);
  }

  public static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long postmaster(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return Processors.parentOf(row.getLong(1)); // the backend is there as long as the connection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not stop", e);
    }
  }
}
