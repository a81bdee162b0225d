package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  @Override
  DataSource database() {
    return postgres.getPostgresDatabase();
  }
}
