package com.petstoreapi.auction.socket;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketEndpoint;
import com.petstoreapi.socket.SocketQuery;
import com.petstoreapi.socket.Sockets;
import jakarta.websocket.Session;

/** The live auction. One instance a connection. */
public final class AuctionSocket extends SocketEndpoint {
  private final AuctionSockets auctions;

  public AuctionSocket(AuctionSockets auctions, Sockets sockets) {
    super(sockets, 0);
    this.auctions = auctions;
  }

  @Override
  protected Conversation enter(
      Sockets sockets, Session session, String id, UserPrincipal user, SocketQuery query) {
    return auctions.enter(sockets, session, id, user, query);
  }
}
