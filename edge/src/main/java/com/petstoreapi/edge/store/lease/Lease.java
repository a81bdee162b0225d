package com.petstoreapi.edge.store.lease;

import java.time.Duration;

/**
 * The right to do what one node of a service does at a time. It is good for {@link #TERM}, and is
 * renewed long before; whoever holds it and is not heard of any more loses it to another by then.
 * Safe for use by many threads.
 */
public final class Lease {
  /** Counted by this process from before it asked, by the database from after: never too long. */
  static final Duration TERM = Duration.ofSeconds(3);

  private final String name;
  private volatile boolean granted;
  private volatile long grantedAt;

  Lease(String name) {
    this.name = name;
  }

  /** Whether this node may do it now. To be asked again before each piece of the work. */
  public boolean isHeld() {
    return granted && System.nanoTime() - grantedAt < TERM.toNanos();
  }

  String name() {
    return name;
  }

  /**
   * @param at when it was asked for, as {@link System#nanoTime} tells it
   */
  void grant(long at) {
    grantedAt = at;
    granted = true;
  }

  void withdraw() {
    granted = false;
  }
}
