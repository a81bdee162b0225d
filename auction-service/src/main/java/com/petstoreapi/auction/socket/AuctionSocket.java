package com.petstoreapi.auction.socket;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.problem.Failures;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The live auction. One instance a connection (its scope is needed: Open Liberty injects nothing
 * into an endpoint without, open-liberty #34986); it translates and hands over.
 */
@Dependent
@ServerEndpoint(value = "/auctions/{id}", subprotocols = "petstore.v1")
public class AuctionSocket {
  private static final System.Logger LOG = System.getLogger(AuctionSocket.class.getName());
  private static final int MOST_CHARACTERS = 65_536;

  @Inject private AuctionSockets sockets;
  private volatile Conversation conversation;

  @OnOpen
  public void open(Session session, @PathParam("id") String auctionId) {
    session.setMaxIdleTimeout(0); // a client that went away is found by its missing pong
    try {
      SocketQuery query = SocketQuery.of(session.getRequestParameterMap());
      conversation =
          sockets.enter(session, auctionId, (UserPrincipal) session.getUserPrincipal(), query);
    } catch (RuntimeException e) { // told to the client, as far as he may know
      turnAway(session, Failures.refusalOf(e));
    }
  }

  @OnMessage(maxMessageSize = MOST_CHARACTERS)
  public void hear(String message) {
    if (conversation != null) {
      conversation.hear(message);
    }
  }

  @OnMessage
  public void pong(PongMessage pong) {
    if (conversation != null) {
      conversation.connection().pong();
    }
  }

  @OnClose
  public void closed() {
    if (conversation != null) {
      conversation.connection().gone();
    }
  }

  /** Mostly a client that went without a word; the container calls {@link #closed} if it closes. */
  @OnError
  public void failed(Session session, Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, "a socket failed", failure);
    if (!session.isOpen()) {
      closed();
    }
  }

  private static void turnAway(Session session, Refusal refusal) {
    Frames frames = new Frames(session, false);
    try {
      frames.send(List.of(ServerMessages.error(Optional.empty(), refusal)));
    } catch (IOException e) {
      // the client has left already
    }
    frames.close(causeOf(refusal));
  }

  private static CloseCause causeOf(Refusal refusal) {
    if (refusal.code() == ErrorCode.RATE_LIMITED) {
      return CloseCause.TOO_MANY;
    }
    return refusal.code().retryable() ? CloseCause.OVERLOADED : CloseCause.POLICY;
  }
}
