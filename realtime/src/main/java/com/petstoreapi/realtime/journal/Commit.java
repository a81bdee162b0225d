package com.petstoreapi.realtime.journal;

import com.petstoreapi.realtime.tracing.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The transaction in which a batch of commands on one stream is decided. Used by one thread, and
 * only until the journal's {@code append} returns.
 */
public final class Commit {
  private final Connection connection;
  private final Instant now;
  private final Head before;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Class<?>, Part> parts = new LinkedHashMap<>();
  private String trace = "";

  /**
   * What takes part in a transaction as a whole: it gathers what the commands of a batch want
   * written, and writes it once for all of them.
   */
  public interface Part {
    /**
     * Writes what was gathered. Called once, after the last command.
     *
     * @throws Contended when another transaction has written the same meanwhile
     */
    void flush(Commit commit) throws SQLException;

    /** What was written is durable now. Must neither fail nor block. */
    default void committed(Commit commit) {}
  }

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

  /** By what the transaction is followed, see {@link Step#trace}; empty when nobody does. */
  public String trace() {
    return trace;
  }

  /** Tells by what it is followed; before the first command. */
  void followedBy(Step step) {
    trace = step.trace();
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

  /** The transaction's part of that type; made at the first call, flushed in that order. */
  public <P extends Part> P part(Class<P> type, Supplier<P> make) {
    return type.cast(parts.computeIfAbsent(type, key -> make.get()));
  }

  /** For the journal: lets all parts write what they have gathered. */
  public void flush() throws SQLException {
    for (Part part : List.copyOf(parts.values())) {
      part.flush(this);
    }
  }

  /** For the journal: tells all parts that the transaction was committed. */
  public void committed() {
    parts.values().forEach(part -> part.committed(this));
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
