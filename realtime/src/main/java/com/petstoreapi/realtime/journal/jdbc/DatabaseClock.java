package com.petstoreapi.realtime.journal.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** Now, in milliseconds, from a row that {@link StreamTable} has locked on this connection. */
  Instant read(ResultSet locked, Connection connection) throws SQLException {
    Instant now =
        isPostgres(connection)
            ? locked.getObject("now", OffsetDateTime.class).toInstant()
            : processClock.instant();
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  static boolean isPostgres(Connection connection) throws SQLException {
    return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
  }
}
