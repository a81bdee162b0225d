package com.petstoreapi.notification.store;

import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.journal.Commit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which ids of events the notifications' stream has already. */
public final class KnownSources {
  /** How many ids a statement asks for: few shapes of statements, so that they stay prepared. */
  private static final int[] SIZES = {1, 8, 64, 512};

  /** A join, for H2 looks through a list of alternatives row by row. */
  private static final String FIND =
      "SELECT e.source FROM (VALUES %s) AS asked (source)"
          + " JOIN stream s ON s.name = ?"
          + " JOIN event e ON e.stream_id = s.id AND e.source = asked.source";

  private static final String VALUE = "(CAST(? AS VARCHAR))";

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
    int most = SIZES[SIZES.length - 1];
    for (int from = 0; from < asked.size(); from += most) {
      find(asked.subList(from, Math.min(from + most, asked.size())), commit, known);
    }
    return known;
  }

  private static void find(List<String> asked, Commit commit, Set<String> known)
      throws SQLException {
    int size = sizeFor(asked.size());
    String values = (VALUE + ", ").repeat(size - 1) + VALUE;
    try (PreparedStatement select = commit.connection().prepareStatement(FIND.formatted(values))) {
      for (int i = 0; i < size; i++) {
        select.setString(i + 1, asked.get(Math.min(i, asked.size() - 1))); // the last fills it up
      }
      select.setString(size + 1, NotificationStream.NAME);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(row.getString("source"));
        }
      }
    }
  }

  private static int sizeFor(int count) {
    for (int size : SIZES) {
      if (count <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("too many ids at once: " + count);
  }
}
