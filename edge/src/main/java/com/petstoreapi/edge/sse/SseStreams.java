package com.petstoreapi.edge.sse;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.connection.Delivery;
import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.logging.RequestId;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Opens SSE streams, for whichever stream of events, and keeps count of them. */
public final class SseStreams {
  private final Lanes lanes;
  private final Heartbeats heartbeats;
  private final Connections connections;
  private final ControlFrames frames;
  private final Clock clock;
  private final long heartbeatNanos;
  private final Map<LiveStream, SseBell> bells = new HashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  public SseStreams(
      Lanes lanes,
      Heartbeats heartbeats,
      Connections connections,
      StreamSettings settings,
      Clock clock) {
    this.lanes = lanes;
    this.heartbeats = heartbeats;
    this.connections = connections;
    this.clock = clock;
    this.frames = new ControlFrames(settings.heartbeat(), settings.retry(), clock);
    this.heartbeatNanos = settings.heartbeat().toNanos();
  }

  /** Streams that are open now. */
  public int open() {
    return open.get();
  }

  /**
   * Answers a request with a stream that begins where the query says and then goes on.
   *
   * @param caller who asks: the stream ends with his token
   * @param user whose private events are sent
   * @throws Refusal {@code rate-limited} when the caller has as many streams as he may; {@code
   *     unavailable} when this node is about to stop, or has too much to do
   */
  public void open(
      SseExchange exchange,
      LiveStream stream,
      StreamQuery query,
      UserPrincipal caller,
      String user) {
    open(exchange, stream, query, caller, user, () -> () -> {});
  }

  /**
   * The same for a place where it is told who is there.
   *
   * @param arrival done when the stream begins; what it returns, when it is over. Neither may block
   */
  public void open(
      SseExchange exchange,
      LiveStream stream,
      StreamQuery query,
      UserPrincipal caller,
      String user,
      Supplier<Runnable> arrival) {
    open(exchange, stream, query, caller, user, arrival, () -> true);
  }

  /**
   * The same for a place where not everybody may be.
   *
   * @param admitted whether he still may; asked before anything is sent. May block on the database,
   *     and throw {@code JournalUnavailable}: the stream then waits until that can be said
   */
  public void open(
      SseExchange exchange,
      LiveStream stream,
      StreamQuery query,
      UserPrincipal caller,
      String user,
      Supplier<Runnable> arrival,
      BooleanSupplier admitted) {
    Admission admission =
        connections.admit(caller, Carrier.SSE, stream.name(), query.start().resumes());
    try {
      Cursor cursor =
          new Cursor(stream, new Filter(user, query.types(), query.subjects()), query.start());
      SseConnection outlet =
          new SseConnection(
              RequestId.of(exchange.request()),
              begin(exchange, query),
              cursor,
              frames,
              user,
              new Lifetime(caller.expiresAt()),
              clock,
              heartbeatNanos,
              admitted);
      connect(outlet, cursor, exchange, stream, user, admission, arrival.get());
      stream.opened(query.start());
    } catch (RuntimeException e) {
      admission.release();
      throw e;
    }
  }

  private void connect(
      SseConnection outlet,
      Cursor cursor,
      SseExchange exchange,
      LiveStream stream,
      String user,
      Admission admission,
      Runnable departure) {
    WakingSink sink = new WakingSink(user);
    Connection connection =
        lanes.connect(
            outlet,
            () -> {
              departure.run();
              closed(stream, outlet, sink, admission);
            });
    sink.attach(connection);
    outlet.attach(connection);
    open.incrementAndGet();
    synchronized (bells) {
      bells.computeIfAbsent(stream, key -> new SseBell(key, exchange.sse())).register(sink);
    }
    admission.show(new Delivery(connection, stream, cursor::position, cursor::behind));
    heartbeats.add(outlet); // a beat may find that the client has left: only now can it be let go
    admission.attach(connection::close);
    connection.wake();
  }

  private static SseExchange.Taken begin(SseExchange exchange, StreamQuery query) {
    try {
      return exchange.begin(query.padding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closed(
      LiveStream stream, SseConnection outlet, WakingSink sink, Admission admission) {
    admission.release();
    open.decrementAndGet();
    heartbeats.remove(outlet);
    SseBell bell;
    synchronized (bells) {
      bell = bells.get(stream);
      if (bell.release(sink)) {
        bells.remove(stream);
      }
    }
    bell.sweepIfDue();
  }
}
