package com.petstoreapi.auction.store;

import com.petstoreapi.edge.store.retention.StreamsInUse;
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

/** An auction keeps its whole log until it is over, however long that takes. */
public final class UnfinishedAuctions implements StreamsInUse {
  /** The name without {@code auction/} is the id. */
  private static final String FIND =
      "SELECT asked.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (name)"
          + " JOIN auction a ON a.id = SUBSTRING(asked.name FROM 9) WHERE a.due_at IS NOT NULL";

  private final DataSource dataSource;

  public UnfinishedAuctions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Set<String> among(List<String> streams) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      new Columns(connection, select, 1).setTexts(streams, Function.identity());
      Set<String> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString("name"));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read which auctions are under way", e);
    }
  }
}
