package com.petstoreapi.notification.store;

import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which ids of events the notifications' stream has already. */
public final class KnownSources {
  private static final String FIND =
      "SELECT e.source FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (source)"
          + " JOIN stream s ON s.name = ?"
          + " JOIN event e ON e.stream_id = s.id AND e.source = asked.source";

  private KnownSources() {}

  /**
   * Those among the sources that the stream has, committed before or put into this transaction; and
   * perhaps others of this transaction.
   *
   * @param sources none of them empty
   */
  public static Set<String> among(Collection<String> sources, Commit commit) throws SQLException {
    Set<String> known = new HashSet<>();
    commit.drafts().forEach(draft -> known.add(draft.source()));
    List<String> asked = sources.stream().filter(source -> !known.contains(source)).toList();
    if (!asked.isEmpty()) {
      find(asked, commit.connection(), known);
    }
    return known;
  }

  private static void find(List<String> asked, Connection connection, Set<String> known)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      new Columns(connection, select, 1).setTexts(asked, Function.identity());
      select.setString(2, NotificationStream.NAME);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(row.getString("source"));
        }
      }
    }
  }
}
