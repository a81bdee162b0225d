package com.petstoreapi.realtime.journal;

import com.petstoreapi.realtime.failure.Refusal;
import java.sql.SQLException;

/**
 * Something that a client wants done on a stream. It runs inside the stream's transaction, after
 * everything that was committed before it and with nothing beside it.
 *
 * @param <R> the answer
 */
@FunctionalInterface
public interface Command<R> {
  /**
   * Decides and writes. May run more than once, each time in a transaction of its own of which only
   * the last is committed, so it must not act outside the transaction.
   *
   * @throws Refusal when the command is turned down; it must be thrown before the first write
   * @throws SQLException when the database refuses; the whole batch is undone and this command is
   *     tried once more by itself
   */
  R run(Commit commit) throws SQLException;

  /**
   * Says what the command will want to read, before any command of the batch is run: whoever reads
   * it can do so once for all.
   */
  default void announce(Commit commit) {}
}
