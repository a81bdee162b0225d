package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions of the container, so that Jakarta Persistence and plain JDBC take part in the same
 * one, over the same connection.
 */
public final class JtaTransactions implements Transactions {
  private final DataSource dataSource;
  private final UserTransaction transaction;

  public JtaTransactions(DataSource dataSource, UserTransaction transaction) {
    this.dataSource = dataSource;
    this.transaction = transaction;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws SQLException {
    begin();
    T result;
    try (Connection connection = connect()) {
      result = work.run(connection);
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    }
    commit();
    return result;
  }

  private void begin() {
    try {
      transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new JournalUnavailable("no transaction can be begun", e);
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new JournalUnavailable("no connection to the database", e);
    }
  }

  private void commit() {
    try {
      transaction.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new JournalUnavailable("the database did not confirm a commit", e);
    }
  }

  private void rollBack(Throwable cause) {
    try {
      transaction.rollback();
    } catch (SystemException | IllegalStateException e) {
      cause.addSuppressed(e);
    }
  }
}
