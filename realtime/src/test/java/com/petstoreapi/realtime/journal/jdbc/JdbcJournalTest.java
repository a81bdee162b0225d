package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.Schema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The contract on H2, embedded. */
class JdbcJournalTest extends RetentionContract {
  private static final DataSource DATABASE = Schema.h2("journal");

  @Override
  DataSource database() {
    return DATABASE;
  }

  @Test
  void aPageIsReadInTheOrderOfTheIndex() throws SQLException {
    assertThat(plan()).contains("index sorted");
  }
}
