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
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Appends events to the notifications' stream, each source's id at most once. */
@ApplicationScoped
public class Publishing {
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
        writer.submit(Idempotency.once(key, commit -> publish(commit, drafts))),
        settings.commandTimeout());
  }

  private static String publish(Commit commit, List<Draft> drafts) throws SQLException {
    append(commit, drafts);
    return "{\"position\":\"" + commit.position() + "\"}";
  }

  /** Appends those that the stream has not, to a transaction of its writer. */
  public static void append(Commit commit, List<Draft> drafts) throws SQLException {
    Set<String> known = KnownSources.among(sources(drafts), commit);
    for (Draft draft : drafts) {
      if (draft.source().isEmpty() || known.add(draft.source())) {
        commit.append(draft);
      }
    }
  }

  private static List<String> sources(List<Draft> drafts) {
    return drafts.stream().map(Draft::source).filter(source -> !source.isEmpty()).toList();
  }
}
