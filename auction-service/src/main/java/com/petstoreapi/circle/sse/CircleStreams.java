package com.petstoreapi.circle.sse;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.sse.SseExchange;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.function.BooleanSupplier;

/** Opens SSE streams that are for members only. */
public final class CircleStreams {
  private final SseStreams streams;
  private final Presence presence;

  public CircleStreams(SseStreams streams, Presence presence) {
    this.streams = streams;
    this.presence = presence;
  }

  /**
   * Answers a member's request.
   *
   * @param isMember asked again before anything is sent, so that nobody hears what was said after
   *     he was removed; may block on the database
   * @throws Refusal {@code rate-limited} when the caller has as many streams as he may
   */
  public void open(
      SseExchange exchange,
      LiveStream stream,
      StreamQuery query,
      UserPrincipal caller,
      BooleanSupplier isMember) {
    String user = caller.getName();
    streams.open(
        exchange,
        stream,
        query,
        caller,
        user,
        () -> presence.enter(stream.name(), user)::leave,
        isMember);
  }
}
