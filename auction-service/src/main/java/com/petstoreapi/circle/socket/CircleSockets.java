package com.petstoreapi.circle.socket;

import com.petstoreapi.circle.Remarks;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.socket.PresenceAside;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Answers;
import com.petstoreapi.socket.Aside;
import com.petstoreapi.socket.Attendance;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.Listener;
import com.petstoreapi.socket.SocketQuery;
import com.petstoreapi.socket.Sockets;
import com.petstoreapi.socket.Visit;
import jakarta.websocket.Session;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Brings sockets into streams that are for their members only. */
public final class CircleSockets {
  private final Sockets sockets;
  private final Presence presence;
  private final Remarks remarks;

  public CircleSockets(Sockets sockets, Presence presence, Remarks remarks) {
    this.sockets = sockets;
    this.presence = presence;
    this.remarks = remarks;
  }

  /** Where remarks are made. */
  public Remarks remarks() {
    return remarks;
  }

  /**
   * Lets a member in. May block on the database.
   *
   * @param story throws {@code forbidden} for a stranger; asked when the socket has its place, so
   *     that nobody slips in who is being removed
   * @throws Refusal what that throws, or {@code rate-limited}; then there is nothing to be closed
   */
  public Conversation enter(
      Session session,
      UserPrincipal user,
      SocketQuery query,
      LiveStream stream,
      Supplier<Story> story,
      BiFunction<Answers, Attendance, Listener> listener) {
    return sockets.enter(
        session,
        user,
        query,
        stream,
        () -> {
          String name = user.getName();
          CircleFeed feed = CircleFeed.asked(stream, name, query.start(), story.get());
          return new Visit(feed, company(stream.name(), name, feed::hasBegun), listener);
        });
  }

  private Aside company(String place, String user, BooleanSupplier begun) {
    Aside others = new RemarkAside(remarks, place, user, begun);
    return new PresenceAside(presence, place, user, begun, others);
  }
}
