package com.petstoreapi.circle.sse;

import com.petstoreapi.circle.cluster.Dismissals;
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
  private final Dismissals dismissals;

  public CircleStreams(SseStreams streams, Presence presence, Dismissals dismissals) {
    this.streams = streams;
    this.presence = presence;
    this.dismissals = dismissals;
  }

  /**
   * Answers a member's request; may block on the database.
   *
   * @param isMember asked once more when the stream has its place, so that nobody slips in who is
   *     being removed
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
        exchange, stream, query, caller, user, () -> arrive(stream.name(), user, isMember));
  }

  private Runnable arrive(String place, String user, BooleanSupplier isMember) {
    if (!isMember.getAsBoolean()) {
      dismissals.dismiss(user, place); // ends what is about to begin
    }
    return presence.enter(place, user)::leave;
  }
}
