package com.petstoreapi.edge.connection;

import com.petstoreapi.edge.connection.Connections.Admission;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;

/**
 * How late this node is: for how long those have waited who wait for their turn to be written to.
 * The middle one of them counts, so that neither a single client nor a few streams decide for all.
 * A client that reads slowly, or replays, does not count.
 */
public final class DeliveryLag {
  /** So that a look takes a few milliseconds at most; the next goes on where it ended. */
  private static final int MOST_LOOKED_AT = 5_000;

  private final Connections connections;
  private final long[] waits = new long[MOST_LOOKED_AT];
  private long last;

  public DeliveryLag(Connections connections) {
    this.connections = connections;
  }

  /**
   * Looks at the connections, some thousands of them. By one thread at a time.
   *
   * @param now {@link System#nanoTime()}
   */
  public Duration look(long now) {
    Iterator<Admission> some = connections.after(last).iterator();
    int waiting = 0;
    for (int looked = 0; looked < MOST_LOOKED_AT && some.hasNext(); looked++) {
      Admission admission = some.next();
      last = admission.number();
      long wait = admission.waitingFor(now);
      if (wait > 0) {
        waits[waiting++] = wait;
      }
    }
    if (!some.hasNext()) {
      last = 0;
    }
    Arrays.sort(waits, 0, waiting);
    return Duration.ofNanos(waiting == 0 ? 0 : waits[waiting / 2]);
  }
}
