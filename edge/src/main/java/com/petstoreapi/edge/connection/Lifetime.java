package com.petstoreapi.edge.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a connection may last: as long as the token that it was opened with, or that it was
 * shown since. Safe for use by many threads.
 */
public final class Lifetime {
  private static final Duration WARNED_AHEAD = Duration.ofSeconds(30);

  private Instant expiresAt;
  private boolean warned;

  public Lifetime(Instant expiresAt) {
    this.expiresAt = expiresAt;
  }

  public synchronized Instant expiresAt() {
    return expiresAt;
  }

  /** Begins anew with another token. */
  public synchronized void renew(Instant newEnd) {
    expiresAt = newEnd;
    warned = false;
  }

  public synchronized boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whether the client is to be told that the end is near: true once for each token. */
  public synchronized boolean takeWarning(Instant now) {
    if (warned || now.isBefore(expiresAt.minus(WARNED_AHEAD))) {
      return false;
    }
    warned = true;
    return true;
  }
}
