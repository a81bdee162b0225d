package com.petstoreapi.edge.store.retention;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Streams that are in use as the database says. */
public final class StreamsByQuery implements StreamsInUse {
  private final DataSource dataSource;
  private final String query;

  /**
   * @param query answers with column {@code name}; its only parameter is an array of names
   */
  public StreamsByQuery(DataSource dataSource, String query) {
    this.dataSource = dataSource;
    this.query = query;
  }

  @Override
  public Set<String> among(List<String> streams) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      new Columns(connection, select, 1).setTexts(streams, Function.identity());
      Set<String> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString("name"));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read which streams are in use", e);
    }
  }
}
