package com.petstoreapi.socket;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.WriterThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A socket of nobody, at which nothing happens but what its client says. */
public final class FakeSocket implements AutoCloseable {
  private static final long AN_HOUR = Duration.ofHours(1).toNanos();

  private final FakeSession session = new FakeSession();
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 10, Duration.ofSeconds(5)), WriterThreads.create());
  private final SocketConnection connection =
      new SocketConnection(
          "r-1",
          new Frames(session.session(), false),
          new FakeFeed(),
          Aside.NOTHING,
          new Pings(AN_HOUR, AN_HOUR, System.nanoTime()),
          new Lifetime(Instant.MAX),
          20,
          AN_HOUR,
          Clock.systemUTC());
  private final Connection writer = lanes.connect(connection, () -> {});

  public FakeSocket() {
    connection.attach(writer);
  }

  public FakeSession session() {
    return session;
  }

  public Answers answers() {
    return new Answers(connection, Duration.ofSeconds(1));
  }

  SocketConnection connection() {
    return connection;
  }

  Connection writer() {
    return writer;
  }

  @Override
  public void close() {
    lanes.close();
  }
}
