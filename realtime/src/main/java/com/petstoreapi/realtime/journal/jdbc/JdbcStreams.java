package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Head;
import java.sql.Connection;
import java.sql.SQLException;

/** Streams as a part of somebody else's transaction. */
public final class JdbcStreams {
  private static final StreamTable TABLE = new StreamTable();

  private JdbcStreams() {}

  /**
   * Begins a stream in a transaction that is under way, so that it and what it tells of are there
   * together or not at all. Locks it until the transaction ends.
   */
  public static Head begin(Connection connection, String stream) throws SQLException {
    return TABLE.lock(connection, stream).head();
  }
}
