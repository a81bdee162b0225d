package com.petstoreapi.care.socket;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketEndpoint;
import com.petstoreapi.socket.SocketQuery;
import com.petstoreapi.socket.Sockets;
import jakarta.websocket.Session;

/** A plan that several people edit at once. One instance a connection. */
public final class CareSocket extends SocketEndpoint {
  private final CareSockets plans;

  public CareSocket(CareSockets plans, Sockets sockets) {
    super(sockets, 0);
    this.plans = plans;
  }

  @Override
  protected Conversation enter(
      Sockets sockets, Session session, String id, UserPrincipal user, SocketQuery query) {
    return plans.enter(session, id, user, query);
  }
}
