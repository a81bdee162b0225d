package com.petstoreapi.edge.store;

import java.util.concurrent.TimeUnit;

/**
 * Whether a database is there, as far as is known: closed while it is, open while it is not. While
 * it is suspected somebody finds out; who does not find out in time takes it for away. Safe for use
 * by many threads.
 */
final class CircuitBreaker {
  private enum State {
    CLOSED,
    SUSPECTED,
    OPEN
  }

  private final long patienceNanos;
  private volatile State state = State.CLOSED;
  private volatile long suspectedAt;

  /**
   * @param patienceMillis how long a suspicion may last, and others wait for its end
   */
  CircuitBreaker(long patienceMillis) {
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Whether it is known to be away, or has been suspected for too long. */
  boolean isOpen() {
    State now = state;
    return now == State.OPEN || now == State.SUSPECTED && patienceLeftNanos() <= 0;
  }

  private long patienceLeftNanos() {
    return patienceNanos - (System.nanoTime() - suspectedAt);
  }

  /**
   * Something has failed that may be no more than one connection.
   *
   * @return whether the caller is the first to say so
   */
  synchronized boolean suspect() {
    boolean first = state == State.CLOSED;
    if (first) {
      suspectedAt = System.nanoTime();
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
   * Waits while it is suspected, but not for long.
   *
   * @return whether it is there
   */
  synchronized boolean awaitClosed() throws InterruptedException {
    while (state == State.SUSPECTED && !isOpen()) {
      TimeUnit.NANOSECONDS.timedWait(this, patienceLeftNanos());
    }
    return state == State.CLOSED;
  }
}
