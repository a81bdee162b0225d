package com.petstoreapi.realtime.journal.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The one clock that decides: the database's, so that nodes with wrong clocks cannot disagree. An
 * embedded H2 lives in this process, so its clock is ours.
 */
final class DatabaseClock {
  private final Clock processClock;

  DatabaseClock(Clock processClock) {
    this.processClock = processClock;
  }

  /** Now, in milliseconds; to be called when the stream's lock is held. */
  Instant read(Connection connection) throws SQLException {
    Instant now = isPostgres(connection) ? postgresNow(connection) : processClock.instant();
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
  }

  private static Instant postgresNow(Connection connection) throws SQLException {
    // CURRENT_TIMESTAMP is the transaction's begin, before the lock was taken, and so not in the
    // order of commits; clock_timestamp() goes on.
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}
