package com.petstoreapi.systemtests.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A PostgreSQL that forces each commit to disk. */
final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres process;

  private PostgresServer(EmbeddedPostgres process) {
    this.process = process;
  }

  /** One with these databases, empty. */
  static PostgresServer start(List<String> databases) {
    try {
      EmbeddedPostgres process =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on") // the library turns it off
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .start();
      try (Connection connection = process.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        for (String database : databases) {
          statement.execute("CREATE DATABASE " + database);
        }
      }
      return new PostgresServer(process);
    } catch (IOException | SQLException broken) {
      throw new IllegalStateException("no PostgreSQL", broken);
    }
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s?reWriteBatchedInserts=true"
        .formatted(process.getPort(), database);
  }

  @Override
  public void close() {
    try {
      process.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }
}
