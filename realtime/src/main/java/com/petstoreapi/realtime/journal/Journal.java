package com.petstoreapi.realtime.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Durable, append-only, gapless sequences of events, one a stream. What {@link #append} returned is
 * on disk. Numbers are given out inside the committing transaction, under a lock on the stream, so
 * their order is the order of commits on all nodes.
 *
 * <p>Safe for use by many threads. Every method but {@link #isAway} may block on the database and
 * throws {@link JournalUnavailable} when it cannot be reached.
 */
public interface Journal {
  /** Whether it is known that it cannot be reached now. Does not block. */
  default boolean isAway() {
    return false;
  }

  /**
   * Whether other processes write to it, too. Where none does, what it holds beyond what {@link
   * #append} has returned here is a commit under way: it may be seen before it is on disk.
   */
  default boolean isShared() {
    return true;
  }

  /** How far the stream reaches; empty when it was never begun. */
  Optional<Head> head(String stream);

  /** The same of many streams at once, by their names; those that were never begun are left out. */
  Map<String, Head> heads(Collection<String> streams);

  /** How far the stream reaches; begins it when it is not there. */
  Head open(String stream);

  /**
   * The events after a number, oldest first.
   *
   * @param after the number after which to begin; events that are no longer kept are passed over
   * @param limit at most so many, 1 or more
   */
  List<Event> read(String stream, long after, int limit);

  /**
   * Runs the work in one transaction that holds the stream's lock, and writes the drafts it left.
   *
   * @return the events that were committed, in order; the stream is begun when it is not there
   * @throws JournalUnavailable when the transaction could not be begun or its commit was not
   *     confirmed; in the second case it may have taken place
   * @throws RuntimeException whatever the work threw; nothing was changed
   */
  List<Event> append(String stream, Work work);

  /** What is done inside the transaction. */
  @FunctionalInterface
  interface Work {
    void run(Commit commit);
  }
}
