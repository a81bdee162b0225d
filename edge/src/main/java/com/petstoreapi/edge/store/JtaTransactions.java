package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.ConnectionFailures;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions of the container, so that Jakarta Persistence and plain JDBC take part in the same
 * one, over the same connection.
 */
public final class JtaTransactions implements Transactions {
  private final GuardedDataSource database;
  private final UserTransaction transaction;

  public JtaTransactions(GuardedDataSource database, UserTransaction transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  @Override
  public <T> T inTransaction(Work<T> work) throws SQLException {
    begin();
    T result;
    try (Connection connection = connect()) {
      result = work.run(connection);
    } catch (Throwable e) {
      if (ConnectionFailures.isBehind(e)) {
        database.suspect(); // now: to roll back may take long, and the database be back by then
      }
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
      return database.getConnection();
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
      database.suspect();
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
