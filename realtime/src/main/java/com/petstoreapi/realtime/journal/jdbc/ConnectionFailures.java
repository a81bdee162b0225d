package com.petstoreapi.realtime.journal.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away from a database that says no. */
public final class ConnectionFailures {
  /** Who asks for the cause of a cause for that long has met a circle. */
  private static final int MOST_CAUSES = 20;

  private ConnectionFailures() {}

  /** Whether that is at the bottom of it. */
  public static boolean isBehind(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      if (cause instanceof SQLException e && isOne(e)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Whether the cause is the connection: SQLSTATE class 08, 57P (PostgreSQL is stopping), 90098 and
   * 90121 (H2 is closed).
   */
  static boolean isOne(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("90098")
        || state.equals("90121");
  }
}
