package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.connection.ConnectionId;
import com.petstoreapi.edge.connection.Standing;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;

/** Which connections an operator wants to see; a {@link jakarta.ws.rs.BeanParam}. */
public class ConnectionQuery {
  private static final int MOST_LAG = 999_999_999;

  @QueryParam("user")
  private String user;

  @QueryParam("transport")
  private String transport;

  @QueryParam("minLag")
  private String minLag;

  @QueryParam("limit")
  private String limit;

  @QueryParam("cursor")
  private String cursor;

  /** For the container, which fills in what is missing. */
  public ConnectionQuery() {}

  ConnectionQuery(String user, String transport, String minLag, String limit, String cursor) {
    this.user = user;
    this.transport = transport;
    this.minLag = minLag;
    this.limit = limit;
    this.cursor = cursor;
  }

  /** What was asked, checked. */
  record Wanted(
      Optional<String> user, Optional<Carrier> transport, int minLag, int limit, long after) {
    boolean admits(Standing connection) {
      return user.map(connection.user()::equals).orElse(true)
          && transport.map(connection.transport()::equals).orElse(true)
          && connection.lag() >= minLag;
    }
  }

  /**
   * @throws Refusal {@code invalid-message}
   */
  Wanted read() {
    return new Wanted(
        Optional.ofNullable(user).filter(text -> !text.isEmpty()).map(ConnectionQuery::requireUser),
        carrier(transport),
        Parameters.number("minLag", minLag, 0, 0, MOST_LAG),
        Parameters.limit(limit, 50, 200),
        ConnectionId.cursor(Parameters.cursor(cursor)));
  }

  private static String requireUser(String text) {
    if (!Names.isUser(text)) {
      throw Refusal.invalid("Parameter user is no id of a user.");
    }
    return text;
  }

  private static Optional<Carrier> carrier(String transport) {
    if (transport == null || transport.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Carrier.values())
            .filter(carrier -> carrier.wire().equals(transport))
            .findAny()
            .orElseThrow(() -> Refusal.invalid("Parameter transport must be sse or websocket.")));
  }
}
