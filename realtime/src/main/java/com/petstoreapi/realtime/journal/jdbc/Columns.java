package com.petstoreapi.realtime.journal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Sets parameters that are whole columns, for a statement that reads its rows {@code FROM
 * UNNEST(…)}: as many rows as there are, and always the same statement.
 */
public final class Columns {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next;

  /**
   * @param first the number of the parameter that is the first column
   */
  public Columns(Connection connection, PreparedStatement statement, int first) {
    this.connection = connection;
    this.statement = statement;
    this.next = first;
  }

  /** The next parameter is a column of texts, any of which may be null. */
  public <R> void setTexts(List<R> rows, Function<R, String> value) throws SQLException {
    set("varchar", rows.stream().map(value).toArray(String[]::new));
  }

  /** The next parameter is a column of whole numbers, any of which may be null. */
  public <R> void setNumbers(List<R> rows, Function<R, Long> value) throws SQLException {
    set("bigint", rows.stream().map(value).toArray(Long[]::new));
  }

  private void set(String type, Object[] values) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(type, values));
  }
}
