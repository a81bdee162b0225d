package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of the data source itself. */
public final class JdbcTransactions implements Transactions {
  private static final System.Logger LOG = System.getLogger(JdbcTransactions.class.getName());

  private final DataSource dataSource;

  public JdbcTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws SQLException {
    Connection connection = begin();
    try {
      T result;
      try {
        result = work.run(connection);
      } catch (Throwable e) {
        rollBack(connection, e);
        throw e;
      }
      commit(connection);
      return result;
    } finally {
      close(connection);
    }
  }

  private Connection begin() {
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      if (connection != null) {
        close(connection);
      }
      throw new JournalUnavailable("no connection to the database", e);
    }
  }

  /** What was committed stays so: a failure here must not look like a failure of the work. */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection could not be closed", e);
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new JournalUnavailable("the database did not confirm a commit", e);
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
