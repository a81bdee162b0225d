package com.petstoreapi.edge.store;

import java.util.concurrent.TimeUnit;

/**
 * Whether a database is there, as far as is known: closed while it is, open while it is not.
 * Suspected, it is open until somebody has found out. Safe for use by many threads.
 */
final class CircuitBreaker {
  private enum State {
    CLOSED,
    SUSPECTED,
    OPEN
  }

  private final long patienceNanos;
  private volatile State state = State.CLOSED;

  /**
   * @param patienceMillis how long others wait for the one who finds out
   */
  CircuitBreaker(long patienceMillis) {
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /**
   * Something has failed that may be no more than one connection.
   *
   * @return whether the caller is the first to say so
   */
  synchronized boolean suspect() {
    boolean first = state == State.CLOSED;
    if (first) {
      state = State.SUSPECTED;
    }
    return first;
  }

  /**
   * It is there.
   *
   * @return whether it was known to be away
   */
  synchronized boolean close() {
    boolean news = state == State.OPEN;
    state = State.CLOSED;
    notifyAll();
    return news;
  }

  /**
   * It is away.
   *
   * @return whether that is news
   */
  synchronized boolean open() {
    boolean news = state != State.OPEN;
    state = State.OPEN;
    notifyAll();
    return news;
  }

  /**
   * Waits while it is suspected, but not for long: who does not answer in time is away.
   *
   * @return whether it is there
   */
  synchronized boolean awaitClosed() throws InterruptedException {
    long deadline = System.nanoTime() + patienceNanos;
    while (state == State.SUSPECTED) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return state == State.CLOSED;
  }
}
