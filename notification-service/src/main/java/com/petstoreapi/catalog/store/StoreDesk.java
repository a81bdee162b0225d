package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Change;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.StreamWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where changes to the store are made: each in one transaction with the events that tell of it, one
 * after another on all nodes, since all hold the lock of the notifications' stream.
 */
@ApplicationScoped
public class StoreDesk {
  private final LiveStreams streams;
  private final StreamSettings settings;
  private final Shelves shelves;

  StoreDesk() {
    this(null, null, null);
  }

  @Inject
  public StoreDesk(LiveStreams streams, StreamSettings settings, Shelves shelves) {
    this.streams = streams;
    this.settings = settings;
    this.shelves = shelves;
  }

  /**
   * Decides, saves, tells, and answers after the commit.
   *
   * @param decide reads what it needs, and decides or throws a refusal; the commit's clock counts
   * @param save writes the outcome
   * @param answer the answer's JSON, made inside the transaction
   */
  public <T> String change(
      Optional<IdempotencyKey> key,
      Function<Commit, Change<T>> decide,
      Consumer<T> save,
      Function<T, String> answer) {
    Command<String> command =
        commit -> {
          Change<T> change = decide.apply(commit);
          save.accept(change.after());
          change
              .events()
              .forEach(event -> commit.append(StoreEventDrafts.draft(event, commit.now())));
          return answer.apply(change.after());
        };
    return run(key, command);
  }

  /**
   * Counts an article anew, tells, and answers after the commit.
   *
   * @param answer the answer's JSON, made inside the transaction
   */
  public String recount(
      Optional<IdempotencyKey> key, String sku, long count, Function<Stock, String> answer) {
    return run(key, commit -> answer.apply(shelves.in(commit).recount(sku, count)));
  }

  private String run(Optional<IdempotencyKey> key, Command<String> command) {
    StreamWriter writer = streams.writer(NotificationStream.NAME);
    return Commits.await(writer.submit(Idempotency.once(key, command)), settings.commandTimeout());
  }
}
