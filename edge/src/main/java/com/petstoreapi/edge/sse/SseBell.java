package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.delivery.LiveStream;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;

/**
 * Tells the SSE connections of one stream, by the container's broadcaster, that its head has moved.
 * The broadcast bears the new position only: each connection takes the events by itself.
 */
final class SseBell implements Runnable {
  private static final int MOST_GONE = 100;

  private final LiveStream stream;
  private final Sse sse;
  private final SseBroadcaster broadcaster;
  private int sinks;
  private volatile int gone;

  SseBell(LiveStream stream, Sse sse) {
    this.stream = stream;
    this.sse = sse;
    this.broadcaster = sse.newBroadcaster();
  }

  @Override
  public void run() {
    gone = 0;
    String head = stream.head().toString();
    OutboundSseEvent moved = sse.newEventBuilder().id(head).name("head").data(head).build();
    broadcaster.broadcast(moved);
  }

  /**
   * Lets go the sinks of connections that are over: the broadcaster finds them at its next
   * broadcast only, which in a quiet store could be long in coming.
   */
  void sweepIfDue() {
    if (gone >= MOST_GONE) {
      run();
    }
  }

  /** Connections that are told; guarded by the caller's lock, like the methods below. */
  int sinks() {
    return sinks;
  }

  /** Guarded by the caller's lock, like {@link #release}. */
  void register(WakingSink sink) {
    if (sinks++ == 0) {
      stream.listen(this);
    }
    broadcaster.register(sink);
  }

  /** Counts one connection less; true when it was the last and the bell is of no use any more. */
  boolean release() {
    gone++;
    if (--sinks > 0) {
      return false;
    }
    stream.unlisten(this);
    broadcaster.close();
    return true;
  }
}
