package com.petstoreapi.edge.sse;

import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens SSE streams, for whichever stream of events, and keeps count of them. */
public final class SseStreams {
  private final Lanes lanes;
  private final Heartbeats heartbeats;
  private final ControlFrames frames;
  private final long heartbeatNanos;
  private final Map<LiveStream, SseBell> bells = new HashMap<>();
  private final AtomicInteger open = new AtomicInteger();

  public SseStreams(Lanes lanes, Heartbeats heartbeats, StreamSettings settings, Clock clock) {
    this.lanes = lanes;
    this.heartbeats = heartbeats;
    this.frames = new ControlFrames(settings.heartbeat(), settings.retry(), clock);
    this.heartbeatNanos = settings.heartbeat().toNanos();
  }

  /** Streams that are open now. */
  public int open() {
    return open.get();
  }

  /** Streams of these events that are open now. */
  public int open(LiveStream stream) {
    synchronized (bells) {
      SseBell bell = bells.get(stream);
      return bell == null ? 0 : bell.sinks();
    }
  }

  /** Answers a request with a stream that begins where the query says and then goes on. */
  public void open(SseExchange exchange, LiveStream stream, StreamQuery query, String user) {
    Filter filter = new Filter(user, query.types(), query.subjects());
    Cursor cursor = new Cursor(stream, filter, query.start());
    SseExchange.Taken taken = begin(exchange, query);
    SseConnection outlet = new SseConnection(taken, cursor, frames, user, heartbeatNanos);
    Connection connection = lanes.connect(outlet, () -> closed(stream, outlet));
    outlet.attach(connection);
    open.incrementAndGet();
    synchronized (bells) {
      bells
          .computeIfAbsent(stream, key -> new SseBell(key, exchange.sse()))
          .register(new WakingSink(connection));
    }
    heartbeats.add(outlet); // a beat may find that the client has left: only now can it be let go
    connection.wake();
  }

  private static SseExchange.Taken begin(SseExchange exchange, StreamQuery query) {
    try {
      return exchange.begin(query.padding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closed(LiveStream stream, SseConnection outlet) {
    open.decrementAndGet();
    heartbeats.remove(outlet);
    SseBell bell;
    synchronized (bells) {
      bell = bells.get(stream);
      if (bell.release()) {
        bells.remove(stream);
      }
    }
    bell.sweepIfDue();
  }
}
