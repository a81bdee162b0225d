package com.petstoreapi.edge.quota;

import java.util.concurrent.TimeUnit;

/**
 * Lets so many through a second and refuses the rest. It is full at first; what is refused is
 * counted, and made good again by what is let through: who floods fills the count, who is a little
 * too fast does not. Safe for use by many threads.
 */
public final class TokenBucket {
  private final double capacity;
  private final double perNano;
  private double tokens;
  private long filledAt;
  private int refused;

  /**
   * @param perSecond how many in the long run
   * @param capacity how many at once
   * @param now {@link System#nanoTime()}, as everywhere here
   */
  public TokenBucket(int perSecond, int capacity, long now) {
    this.capacity = capacity;
    this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
    this.tokens = capacity;
    this.filledAt = now;
  }

  /** Whether one more may pass now. */
  public synchronized boolean take(long now) {
    fill(now);
    if (tokens < 1) {
      refused++;
      return false;
    }
    tokens--;
    refused = Math.max(0, refused - 1);
    return true;
  }

  /** How many were refused and not made good since. */
  public synchronized int refused() {
    return refused;
  }

  /** Whether it is as good as a new one. */
  synchronized boolean isFull(long now) {
    fill(now);
    return tokens >= capacity;
  }

  private void fill(long now) {
    tokens = Math.min(capacity, tokens + (now - filledAt) * perNano);
    filledAt = now;
  }
}
