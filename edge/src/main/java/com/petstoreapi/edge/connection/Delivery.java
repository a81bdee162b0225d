package com.petstoreapi.edge.connection;

import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.journal.Position;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a connection gets on with its stream, for those who watch. Takes no lock that a writer needs.
 * Any thread.
 */
public final class Delivery {
  private static final Duration STALLED = Duration.ofSeconds(1);

  private final Connection connection;
  private final LiveStream stream;
  private final Supplier<Position> position;
  private final BooleanSupplier behind;
  private volatile boolean wasUpToDate;

  /**
   * @param position how far the client was told
   * @param behind whether the stream has moved on since
   */
  public Delivery(
      Connection connection,
      LiveStream stream,
      Supplier<Position> position,
      BooleanSupplier behind) {
    this.connection = connection;
    this.stream = stream;
    this.position = position;
    this.behind = behind;
    this.wasUpToDate = !behind.getAsBoolean();
  }

  /** How far the client was told. */
  Position position() {
    return position.get();
  }

  /** Events between there and the head; some may be for others. */
  long lag() {
    return behind.getAsBoolean() ? Math.max(0, stream.head().seq() - position.get().seq()) : 0;
  }

  /** Batches written so far. */
  long batches() {
    return connection.batches();
  }

  /** Whether the client does not read: a write to it has lasted for more than a second. */
  boolean isStalled() {
    return connection.isStuckFor(STALLED);
  }

  /**
   * For how long its next event has waited for the lane to come round, in nanoseconds. Zero where
   * it does not wait for us: it is up to date; it is being written to, however slowly its client
   * reads; or it has never been up to date, and replays what it missed.
   *
   * @param now by {@link System#nanoTime()}
   */
  long waitingFor(long now) {
    if (!behind.getAsBoolean()) {
      wasUpToDate = true;
      return 0;
    }
    return wasUpToDate && connection.isWaiting() ? stream.waitingFor(position.get().seq(), now) : 0;
  }
}
