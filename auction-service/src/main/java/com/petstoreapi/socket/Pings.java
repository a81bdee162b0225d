package com.petstoreapi.socket;

/**
 * When to ask the other side for a sign of life, and when to give it up. Times are those of {@link
 * System#nanoTime()}; safe for use by many threads.
 */
final class Pings {
  private final long everyNanos;
  private final long answerNanos;
  private long lastSent;
  private boolean awaiting;

  Pings(long everyNanos, long answerNanos, long now) {
    this.everyNanos = everyNanos;
    this.answerNanos = answerNanos;
    this.lastSent = now;
  }

  synchronized boolean isDue(long now) {
    return !awaiting && now - lastSent >= everyNanos;
  }

  synchronized void sent(long now) {
    lastSent = now;
    awaiting = true;
  }

  synchronized void answered() {
    awaiting = false;
  }

  synchronized boolean isOverdue(long now) {
    return awaiting && now - lastSent >= answerNanos;
  }
}
