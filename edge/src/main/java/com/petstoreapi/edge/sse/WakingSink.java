package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.failure.CloseCause;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The sink that stands for a connection in the container's broadcaster. Sending to it never blocks:
 * it only wakes the connection, whose cursor then takes the event, and whatever came with it, from
 * the stream. So a client that does not read cannot hold up a broadcast.
 */
final class WakingSink implements SseEventSink {
  private static final CompletionStage<?> SENT = CompletableFuture.completedFuture(null);

  private final String user;
  private Connection connection;

  /**
   * @param user whose private events the connection gets
   */
  WakingSink(String user) {
    this.user = user;
  }

  /** To be called once, before all else. */
  void attach(Connection itself) {
    connection = itself;
  }

  String user() {
    return user;
  }

  void wake() {
    connection.wake();
  }

  @Override
  public boolean isClosed() {
    return !connection.isOpen();
  }

  /**
   * @throws IllegalStateException once the connection is closed: what a broadcaster takes a sink
   *     out for, as the API has no way to unregister one
   */
  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    if (isClosed()) {
      throw new IllegalStateException("the stream is closed");
    }
    wake();
    return SENT;
  }

  @Override
  public void close() {
    connection.close(CloseCause.DONE);
  }
}
