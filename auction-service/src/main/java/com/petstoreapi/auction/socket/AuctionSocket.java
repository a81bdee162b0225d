package com.petstoreapi.auction.socket;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.problem.Failures;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The live auction. One instance a connection; it translates and hands over.
 *
 * <p>Not an annotated endpoint: Open Liberty bounds the frames of those, or hands their fragments
 * over one by one, but never both, and gathers without a bound what is binary and has no handler.
 */
public final class AuctionSocket extends Endpoint {
  private static final System.Logger LOG = System.getLogger(AuctionSocket.class.getName());
  private static final int MOST_CHARACTERS = 65_536;

  /** After the end of a session; the circle is round that often in a fraction of a second. */
  private static final int MOST_EMPTY_PARTS = 100_000;

  private final AuctionSockets sockets;
  private final Gathering gathering = new Gathering(MOST_CHARACTERS);
  private volatile Conversation conversation;
  private boolean refused;
  private int emptyParts;

  AuctionSocket(AuctionSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxIdleTimeout(0); // a client that went away is found by its missing pong
    session.setMaxTextMessageBufferSize(MOST_CHARACTERS); // of a frame, looked at before it is read
    session.setMaxBinaryMessageBufferSize(MOST_CHARACTERS);
    session.addMessageHandler(String.class, (part, last) -> hear(session, part, last));
    session.addMessageHandler(byte[].class, (part, last) -> refuse(session, part));
    session.addMessageHandler(PongMessage.class, this::pong);
    try {
      SocketQuery query = SocketQuery.of(session.getRequestParameterMap());
      UserPrincipal user = (UserPrincipal) session.getUserPrincipal();
      conversation = sockets.enter(session, session.getPathParameters().get("id"), user, query);
    } catch (RuntimeException e) { // told to the client, as far as he may know
      turnAway(session, Failures.refusalOf(e));
    }
  }

  private void hear(Session session, String part, boolean last) {
    if (gathering.isOver()) {
      leaveIfEndless(part.isEmpty());
      return;
    }
    Optional<String> message = gathering.add(part, last);
    if (gathering.isOver()) {
      close(session, CloseCause.TOO_BIG);
    } else if (conversation != null) {
      message.ifPresent(conversation::hear);
    }
  }

  private void refuse(Session session, byte[] part) {
    if (refused) {
      leaveIfEndless(part.length == 0);
      return;
    }
    refused = true;
    close(session, CloseCause.WRONG_KIND);
  }

  /**
   * A frame whose 64-bit length is negative is read again and again, as an empty part, even after
   * the session is closed. Only what {@link #onError} throws takes the thread out of that circle;
   * but then nobody reads from that connection any more, nor sees its end, so it is not thrown for
   * the few empty parts that a client may well send.
   */
  private void leaveIfEndless(boolean empty) {
    if (empty && ++emptyParts > MOST_EMPTY_PARTS) {
      throw new EndlessMessage();
    }
  }

  private void pong(PongMessage pong) {
    if (conversation != null) {
      conversation.connection().pong();
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    gone();
  }

  /**
   * Mostly a client that went without a word; the container calls {@link #onClose} if it closes.
   */
  @Override
  public void onError(Session session, Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, "a socket failed", failure);
    if (!session.isOpen()) {
      gone();
    }
    if (failure instanceof EndlessMessage endless) {
      throw endless;
    }
  }

  private void gone() {
    if (conversation != null) {
      conversation.connection().gone();
    }
  }

  private void turnAway(Session session, Refusal refusal) {
    Frames frames = new Frames(session, false);
    try {
      frames.send(List.of(ServerMessages.error(Optional.empty(), refusal)));
    } catch (IOException e) {
      // the client has left already
    }
    frames.close(causeOf(refusal));
    sockets.seeOff(frames);
  }

  /**
   * By the thread that reads, as nothing more shall be read. It waits for a write that is under
   * way, some seconds if need be.
   */
  private static void close(Session session, CloseCause cause) {
    new Frames(session, false).close(cause);
  }

  private static CloseCause causeOf(Refusal refusal) {
    if (refusal.code() == ErrorCode.RATE_LIMITED) {
      return CloseCause.TOO_MANY;
    }
    return refusal.code().retryable() ? CloseCause.OVERLOADED : CloseCause.POLICY;
  }

  private static final class EndlessMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndlessMessage() {
      super("a part without end", null, false, false);
    }
  }
}
