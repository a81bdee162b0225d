package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.delivery.AudienceListener;
import com.petstoreapi.realtime.delivery.Audiences;
import com.petstoreapi.realtime.delivery.LiveStream;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Tells the SSE connections of one stream that its head has moved: all of them by the container's
 * broadcaster, or, where all that has come is private, only those of the users it is for. The
 * broadcast bears the new position only: each connection takes the events by itself.
 */
final class SseBell implements AudienceListener {
  private static final int MOST_GONE = 100;

  private final LiveStream stream;
  private final Sse sse;
  private final SseBroadcaster broadcaster;
  private final Map<String, Set<WakingSink>> sinksOfUsers = new ConcurrentHashMap<>();
  private int sinks;
  private volatile int gone;

  SseBell(LiveStream stream, Sse sse) {
    this.stream = stream;
    this.sse = sse;
    this.broadcaster = sse.newBroadcaster();
  }

  @Override
  public void headMoved(Audiences audiences) {
    if (audiences.includeEveryone()) {
      broadcast();
    } else {
      audiences.users().stream()
          .flatMap(user -> sinksOfUsers.getOrDefault(user, Set.of()).stream())
          .forEach(WakingSink::wake);
    }
  }

  private void broadcast() {
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
      broadcast();
    }
  }

  /** Guarded by the caller's lock, like {@link #release}. */
  void register(WakingSink sink) {
    if (sinks++ == 0) {
      stream.listen(this);
    }
    sinksOfUsers.computeIfAbsent(sink.user(), key -> new CopyOnWriteArraySet<>()).add(sink);
    broadcaster.register(sink);
  }

  /** Lets go one connection; true when it was the last and the bell is of no use any more. */
  boolean release(WakingSink sink) {
    gone++;
    sinksOfUsers.computeIfPresent(sink.user(), (user, own) -> without(own, sink));
    if (--sinks > 0) {
      return false;
    }
    stream.unlisten(this);
    broadcaster.close();
    return true;
  }

  /** Null for none, as the map wants it. */
  private static Set<WakingSink> without(Set<WakingSink> own, WakingSink sink) {
    own.remove(sink);
    return own.isEmpty() ? null : own;
  }
}
