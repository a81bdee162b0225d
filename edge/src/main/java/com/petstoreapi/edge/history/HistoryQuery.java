package com.petstoreapi.edge.history;

import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Set;

/**
 * What a client asks of a stream's history: {@code after}, a position, left out for the oldest
 * event that is kept; {@code limit}, 1 to 1,000 events; {@code types}, with commas; {@code wait},
 * seconds to hold the request until there is something, 0 to 30.
 */
public final class HistoryQuery {
  private static final int USUAL_LIMIT = 100;
  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_WAIT_SECONDS = 30;

  @QueryParam("after")
  private String after;

  @QueryParam("limit")
  private String limit;

  @QueryParam("types")
  private String types;

  @QueryParam("wait")
  private String wait;

  /** Made by the container. */
  public HistoryQuery() {}

  Start start() {
    return after == null || after.isEmpty() ? new Start.Earliest() : Start.parse(after);
  }

  /**
   * @throws Refusal {@code invalid-message}
   */
  int limit() {
    return Parameters.limit(limit, USUAL_LIMIT, MOST_EVENTS);
  }

  /**
   * @param user whose private events are in it
   * @throws Refusal {@code invalid-message}
   */
  Filter filter(String user) {
    return new Filter(user, StreamQuery.types(types), Set.of());
  }

  /**
   * @throws Refusal {@code invalid-message}
   */
  Duration longest() {
    return Duration.ofSeconds(Parameters.number("wait", wait, 0, 0, MOST_WAIT_SECONDS));
  }
}
