package com.petstoreapi.realtime.journal;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The transaction in which a batch of commands on one stream is decided. Used by one thread, and
 * only until the journal's {@code append} returns.
 */
public final class Commit {
  private final Connection connection;
  private final Instant now;
  private final Head before;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * @param before the stream's head under the lock
   * @param now the database's clock, read under the lock
   */
  public Commit(Connection connection, Head before, Instant now) {
    this.connection = connection;
    this.before = before;
    this.now = now;
  }

  /** The transaction's connection: to be used, neither committed nor closed. */
  public Connection connection() {
    return connection;
  }

  /** The database's clock, in milliseconds: what decides. The same for the whole batch. */
  public Instant now() {
    return now;
  }

  /** Adds an event and gives it its number. */
  public Position append(Draft draft) {
    drafts.add(draft);
    return position();
  }

  /** The position after all that was appended so far. */
  public Position position() {
    return new Position(before.seq() + drafts.size(), before.epoch());
  }

  /** The stream's head as it was when the lock was taken. */
  public Head before() {
    return before;
  }

  /** What was appended so far, in order. */
  public List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  /** Takes back what was appended after the position: a command that was refused leaves nothing. */
  void rewindTo(Position position) {
    long keep = position.seq() - before.seq();
    while (drafts.size() > keep) {
      drafts.remove(drafts.size() - 1);
    }
  }
}
