package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;

/** Begins and ends transactions, in whichever way the surroundings ask for. */
public interface Transactions {
  /**
   * Runs the work in a transaction of its own and commits it. When the work throws, nothing is
   * changed and its exception goes on to the caller.
   *
   * @throws JournalUnavailable when no connection could be had or the commit was not confirmed
   * @throws SQLException what the work threw
   */
  <T> T inTransaction(Work<T> work) throws SQLException;

  /** What is done inside the transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
