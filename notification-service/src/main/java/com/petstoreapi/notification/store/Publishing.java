package com.petstoreapi.notification.store;

import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.StreamWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Appends events to the notifications' stream, each source's id at most once. */
@ApplicationScoped
public class Publishing {
  private static final String KNOWN =
      "SELECT source FROM event WHERE stream_id = (SELECT id FROM stream WHERE name = ?)"
          + " AND source = ?";

  private final LiveStreams streams;
  private final StreamSettings settings;

  Publishing() {
    this(null, null);
  }

  @Inject
  public Publishing(LiveStreams streams, StreamSettings settings) {
    this.streams = streams;
    this.settings = settings;
  }

  /**
   * Publishes all of them, in order, in one transaction.
   *
   * @return {@code {"position"}} after the commit: after the last of them
   */
  public String publish(Optional<IdempotencyKey> key, List<Draft> drafts) {
    StreamWriter writer = streams.writer(NotificationStream.NAME);
    return Commits.await(
        writer.submit(Idempotency.once(key, commit -> append(commit, drafts))),
        settings.commandTimeout());
  }

  private static String append(Commit commit, List<Draft> drafts) throws SQLException {
    Set<String> known = known(commit, drafts);
    for (Draft draft : drafts) {
      if (draft.source().isEmpty() || known.add(draft.source())) {
        commit.append(draft);
      }
    }
    return "{\"position\":\"" + commit.position() + "\"}";
  }

  /**
   * The sources among these that the stream has already, in this transaction's drafts or before.
   */
  private static Set<String> known(Commit commit, List<Draft> drafts) throws SQLException {
    Set<String> known = new HashSet<>();
    commit.drafts().forEach(draft -> known.add(draft.source()));
    try (PreparedStatement select = commit.connection().prepareStatement(KNOWN)) {
      select.setString(1, NotificationStream.NAME);
      for (Draft draft : drafts) {
        if (!draft.source().isEmpty()) {
          select.setString(2, draft.source());
          try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
              known.add(draft.source());
            }
          }
        }
      }
    }
    return known;
  }
}
