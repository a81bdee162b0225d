package com.petstoreapi.presence;

import java.util.concurrent.atomic.AtomicBoolean;

/** One connection's time at a place; its user is there as long as he has one. */
public final class Stay {
  private final Runnable end;
  private final AtomicBoolean over = new AtomicBoolean();

  Stay(Runnable end) {
    this.end = end;
  }

  /** Ends it; may be called more than once, by any thread. Never blocks for long. */
  public void leave() {
    if (over.compareAndSet(false, true)) {
      end.run();
    }
  }
}
