package com.petstoreapi.presence.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.presence.Change;
import com.petstoreapi.presence.Roster;

/** Who is at a place, as clients are told. */
public final class PresenceJson {
  private PresenceJson() {}

  /** {@code {"type":"presence","join":[…],"leave":[…],"count":n}}, as it goes over a socket. */
  public static String message(Change change) {
    return change.as(PresenceJson::write);
  }

  /** {@code {"count":n,"users":[…]}}. */
  public static String state(Roster roster) {
    return JSON.createObjectBuilder()
        .add("count", roster.count())
        .add("users", JSON.createArrayBuilder(roster.users()))
        .build()
        .toString();
  }

  private static String write(Change change) {
    return JSON.createObjectBuilder()
        .add("type", "presence")
        .add("join", JSON.createArrayBuilder(change.join()))
        .add("leave", JSON.createArrayBuilder(change.leave()))
        .add("count", change.count())
        .build()
        .toString();
  }
}
