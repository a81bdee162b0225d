package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.support.Schema;
import javax.sql.DataSource;

/** The contract on H2, embedded. */
class JdbcJournalTest extends RetentionContract {
  private static final DataSource DATABASE = Schema.h2("journal");

  @Override
  DataSource database() {
    return DATABASE;
  }
}
