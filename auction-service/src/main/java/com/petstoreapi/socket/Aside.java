package com.petstoreapi.socket;

import java.util.List;
import java.util.function.Supplier;

/**
 * What one client is told beside its feed. Safe for use by many threads; {@link #take} and {@link
 * #hasMore} by one at a time.
 */
public interface Aside {
  /** For a socket that tells its feed and nothing else. */
  Aside NOTHING =
      new Aside() {
        @Override
        public List<String> take(Supplier<List<String>> answers) {
          return answers.get();
        }

        @Override
        public boolean isBehind() {
          return false;
        }
      };

  /** To be called once, before all else; the bell wakes the connection. */
  default void attach(Runnable bell) {}

  /**
   * What is due, at most about one batch, behind the answers that wait.
   *
   * @param answers takes what waits
   */
  List<String> take(Supplier<List<String>> answers);

  /** Whether another batch should follow at once. */
  default boolean hasMore() {
    return isBehind();
  }

  /** Whether there is something to tell. */
  boolean isBehind();

  /** The connection is over. Must not block. */
  default void close() {}
}
