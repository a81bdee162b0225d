package com.petstoreapi.chat.store;

import com.petstoreapi.edge.store.retention.StreamsByQuery;
import javax.sql.DataSource;

/** A room keeps its whole history until it is closed, however long that takes. */
public final class OpenRooms {
  /** The name without {@code chat/} is the id. */
  private static final String FIND =
      "SELECT asked.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (name)"
          + " JOIN chat_room c ON c.id = SUBSTRING(asked.name FROM 6)"
          + " WHERE asked.name LIKE 'chat/%' AND c.status <> 'CLOSED'";

  private OpenRooms() {}

  /** Their streams. */
  public static StreamsByQuery streams(DataSource dataSource) {
    return new StreamsByQuery(dataSource, FIND);
  }
}
