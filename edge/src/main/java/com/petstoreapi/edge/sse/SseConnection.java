package com.petstoreapi.edge.sse;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One SSE stream on its way to a client. Each call of {@link #write} sends what has come since the
 * last, in one piece; the bytes are those that all other streams send.
 */
final class SseConnection implements Outlet, Heartbeats.Pulse {
  /** Liberty's response buffer is 8 KB: a batch below that leaves in one write. */
  private static final int BATCH_BYTES = 8_000;

  private static final int BATCH_EVENTS = 64;

  private final String name;
  private final SseExchange.Taken response;
  private final Cursor cursor;
  private final ControlFrames frames;
  private final Lifetime lifetime;
  private final Clock clock;
  private final long heartbeatNanos;
  private final BooleanSupplier admitted;
  private Connection connection;
  private volatile byte[] opening;
  private List<Entry> taken = List.of();
  private Optional<Reset> reset = Optional.empty();
  private volatile boolean untold;
  private volatile long lastWrite = System.nanoTime();
  private volatile boolean heartbeatDue;
  private volatile boolean warningDue;

  /**
   * @param name by what it is found in the log
   * @param user whose events these are
   * @param admitted whether he may still hear them; asked by each write that has something to tell
   */
  SseConnection(
      String name,
      SseExchange.Taken response,
      Cursor cursor,
      ControlFrames frames,
      String user,
      Lifetime lifetime,
      Clock clock,
      long heartbeatNanos,
      BooleanSupplier admitted) {
    this.name = name;
    this.response = response;
    this.cursor = cursor;
    this.frames = frames;
    this.lifetime = lifetime;
    this.clock = clock;
    this.opening = frames.opening(cursor.position(), user);
    this.heartbeatNanos = heartbeatNanos;
    this.admitted = admitted;
  }

  /** To be called once, before the connection is woken for the first time. */
  void attach(Connection itself) {
    connection = itself;
  }

  @Override
  public Carrier carrier() {
    return Carrier.SSE;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean write() throws IOException {
    if (opening != null) {
      if (!isWelcome()) {
        return false;
      }
      send(opening);
      opening = null;
    }
    take();
    if ((untold || heartbeatDue) && !isWelcome()) {
      return false;
    }
    tellTaken();
    if (warningDue) {
      warningDue = false;
      send(frames.authExpiring(cursor.position(), lifetime.expiresAt()));
    }
    if (heartbeatDue) {
      send(frames.heartbeat(cursor.position()));
    }
    return cursor.behind();
  }

  /** What could not be told, as nobody knew whether it may be, is told before anything else. */
  private void take() {
    if (!untold) {
      taken = cursor.take(BATCH_EVENTS, BATCH_BYTES);
      reset = cursor.takeReset();
      untold = !taken.isEmpty() || reset.isPresent();
    }
  }

  private void tellTaken() throws IOException {
    if (reset.isPresent()) {
      send(frames.reset(reset.get())); // first: what was taken came after it
    }
    if (!taken.isEmpty()) {
      send(joined(taken));
    }
    reset = Optional.empty();
    taken = List.of();
    untold = false;
  }

  /**
   * Asked after something was taken: who was removed before that was said does not hear it. Whoever
   * is welcome no longer is let go.
   */
  private boolean isWelcome() {
    try {
      if (admitted.getAsBoolean()) {
        return true;
      }
    } catch (JournalUnavailable e) {
      if (opening == null && !untold) {
        return true; // a heartbeat tells nothing
      }
      throw e; // the next pulse asks again
    }
    connection.close(CloseCause.NOT_ALLOWED);
    return false;
  }

  @Override
  public void beat(long now) {
    Instant today = clock.instant();
    if (lifetime.isOver(today)) {
      connection.close(CloseCause.TOKEN_EXPIRED);
    }
    warningDue |= lifetime.takeWarning(today);
    heartbeatDue |= now - lastWrite >= heartbeatNanos;
    boolean pending = opening != null || untold || cursor.behind();
    if (warningDue || heartbeatDue || pending) {
      connection.wake(); // behind: a bell that was lost costs a second, never an event
    }
  }

  @Override
  public void close(CloseCause cause) {
    try {
      if (cause == CloseCause.RESTART) {
        send(frames.comeBack());
      }
    } catch (IOException e) {
      // the client has left; the response is over all the same
    }
    try {
      response.async().complete();
    } catch (IllegalStateException e) {
      // the container was faster
    }
  }

  private void send(byte[] bytes) throws IOException {
    response.write(bytes);
    heartbeatDue = false;
    lastWrite = System.nanoTime();
  }

  private static byte[] joined(List<Entry> entries) {
    if (entries.size() == 1) {
      return entries.get(0).as(SseEncoding.INSTANCE);
    }
    List<byte[]> frames = entries.stream().map(entry -> entry.as(SseEncoding.INSTANCE)).toList();
    ByteBuffer all = ByteBuffer.allocate(frames.stream().mapToInt(frame -> frame.length).sum());
    frames.forEach(all::put);
    return all.array();
  }
}
