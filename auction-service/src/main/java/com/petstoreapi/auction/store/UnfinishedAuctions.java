package com.petstoreapi.auction.store;

import com.petstoreapi.edge.store.retention.StreamsByQuery;
import com.petstoreapi.edge.store.retention.StreamsInUse;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** An auction keeps its whole log until it is over, however long that takes. */
public final class UnfinishedAuctions implements StreamsInUse {
  /** The name without {@code auction/} is the id. */
  private static final String FIND =
      "SELECT asked.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (name)"
          + " JOIN auction a ON a.id = SUBSTRING(asked.name FROM 9)"
          + " WHERE asked.name LIKE 'auction/%' AND a.due_at IS NOT NULL";

  private final StreamsByQuery streams;

  public UnfinishedAuctions(DataSource dataSource) {
    this.streams = new StreamsByQuery(dataSource, FIND);
  }

  @Override
  public Set<String> among(List<String> names) {
    return streams.among(names);
  }
}
