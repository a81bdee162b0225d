package com.petstoreapi.edge.connection;

import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.realtime.failure.CloseCause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends all streams and sockets of this node away, a few at a time, so that the other nodes do not
 * get them all at once. Nobody new is let in from the first moment on. Safe for use by many
 * threads.
 */
public final class Drain {
  private static final System.Logger LOG = System.getLogger(Drain.class.getName());
  private static final long STEP_MILLIS = 50;

  /** Some clients take their time to say goodbye; the server gives all 30 s. */
  private static final long LAST_MILLIS = 10_000;

  private final Connections connections;
  private final Duration over;
  private volatile boolean begun;

  /**
   * @param over how long it takes to send all away
   */
  public Drain(Connections connections, Duration over) {
    this.connections = connections;
    this.over = over;
  }

  /** Whether this node is about to stop. */
  public boolean hasBegun() {
    return begun;
  }

  /** Returns when all have gone, or have had their time. To be called once. */
  public void run() throws InterruptedException {
    begun = true;
    List<Admission> all = connections.leave();
    long began = System.nanoTime();
    int sent = 0;
    while (sent < all.size()) {
      int due = due(all.size(), System.nanoTime() - began);
      all.subList(sent, due).forEach(admission -> admission.end(CloseCause.RESTART));
      sent = due;
      Thread.sleep(STEP_MILLIS);
    }
    awaitEmpty();
    LOG.log(
        System.Logger.Level.INFO,
        "{0} streams and sockets were sent away, none left: {1}",
        all.size(),
        connections.isEmpty());
  }

  private int due(int all, long elapsedNanos) {
    return over.isZero() ? all : (int) Math.min(all, 1 + all * elapsedNanos / over.toNanos());
  }

  private void awaitEmpty() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_MILLIS);
    while (!connections.isEmpty() && System.nanoTime() - deadline < 0) {
      Thread.sleep(STEP_MILLIS);
    }
  }
}
