package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on a real PostgreSQL. */
class JdbcJournalPostgresIT extends RetentionContract {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    Schema.createIn(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void aPageIsReadInTheOrderOfTheIndex() throws SQLException {
    assertThat(plan())
        .contains("Index Scan")
        .doesNotContain("Sort")
        .doesNotContain("Seq Scan on event");
  }

  /** A plan that was made early is kept while the table grows, until statistics are taken. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 300, 3_000})
  void aPageOfATableThatNothingIsKnownOfIsReadByItsNumbers(int events) throws SQLException {
    DataSource fresh = freshDatabase("grown_to_" + events);
    try (Connection connection = fresh.getConnection();
        Statement statement = connection.createStatement()) {
      Schema.createIn(fresh);
      statement.execute("ALTER TABLE event SET (autovacuum_enabled = off)");
      statement.execute("INSERT INTO stream (name, epoch, oldest, head) VALUES ('s', 'e', 1, 0)");
      statement.execute(
          "INSERT INTO event SELECT 1, n, now(), 'bid', '', '', repeat('x', 200), NULL"
              + (" FROM generate_series(1, " + events + ") AS n"));
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("PREPARE page (VARCHAR, BIGINT, INT) AS " + numbered(EventTable.READ));
      try (ResultSet plan = statement.executeQuery("EXPLAIN EXECUTE page ('s', 5, 1000)")) {
        assertThat(lines(plan)).contains("event_pkey").doesNotContain("event_source");
      }
    }
  }

  private static DataSource freshDatabase(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return postgres.getDatabase("postgres", name);
  }

  /** The same with the parameters that PREPARE wants. */
  private static String numbered(String query) {
    String numbered = query;
    for (int i = 1; numbered.contains("?"); i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    return numbered;
  }

  @Override
  DataSource database() {
    return postgres.getPostgresDatabase();
  }
}
