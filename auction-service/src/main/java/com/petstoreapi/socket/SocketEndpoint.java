package com.petstoreapi.socket;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.logging.About;
import com.petstoreapi.edge.logging.LogContext;
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
 * The near end of a socket. One instance a connection; it translates and hands over.
 *
 * <p>Not an annotated endpoint: Open Liberty bounds the frames of those, or hands their fragments
 * over one by one, but never both, and gathers without a bound what is binary and has no handler.
 */
public abstract class SocketEndpoint extends Endpoint {
  private static final System.Logger LOG = System.getLogger(SocketEndpoint.class.getName());
  private static final int MOST_CHARACTERS = 65_536;

  /** After the end of a session; the circle is round that often in a fraction of a second. */
  private static final int MOST_EMPTY_PARTS = 100_000;

  private final Sockets sockets;
  private final int mostBytes;
  private final Gathering<String> texts = Gathering.ofTexts(MOST_CHARACTERS);
  private final Gathering<byte[]> binaries;
  private volatile Conversation conversation;
  private volatile About about = About.connection("");
  private boolean closing;
  private int emptyParts;

  /**
   * @param mostBytes of a binary message; 0 where there are none
   */
  protected SocketEndpoint(Sockets sockets, int mostBytes) {
    this.sockets = sockets;
    this.mostBytes = mostBytes;
    this.binaries = Gathering.ofBytes(mostBytes);
  }

  /**
   * Lets a client in. May block on the database.
   *
   * @param id of what it comes for, as the path names it
   * @throws Refusal when it is not to come in; then there is nothing to be closed here
   */
  protected abstract Conversation enter(
      Sockets doors, Session session, String id, UserPrincipal user, SocketQuery query);

  @Override
  public final void onOpen(Session session, EndpointConfig config) {
    session.setMaxIdleTimeout(0); // a client that went away is found by its missing pong
    session.setMaxTextMessageBufferSize(MOST_CHARACTERS); // of a frame, looked at before it is read
    session.setMaxBinaryMessageBufferSize(Math.max(MOST_CHARACTERS, mostBytes));
    session.addMessageHandler(String.class, (part, last) -> hear(session, part, last));
    session.addMessageHandler(byte[].class, (part, last) -> hear(session, part, last));
    session.addMessageHandler(PongMessage.class, this::pong);
    try {
      conversation = enter(session);
    } catch (RuntimeException e) { // told to the client, as far as he may know
      turnAway(session, Failures.refusalOf(e, about));
    }
  }

  @SuppressWarnings("try")
  private Conversation enter(Session session) {
    UserPrincipal user = (UserPrincipal) session.getUserPrincipal();
    about = About.connection(user.requestId());
    try (LogContext.Span span = LogContext.enter(about)) {
      SocketQuery query = SocketQuery.of(session.getRequestParameterMap());
      return enter(sockets, session, session.getPathParameters().get("id"), user, query);
    }
  }

  private void hear(Session session, String part, boolean last) {
    if (closing) {
      leaveIfEndless(part.isEmpty());
      return;
    }
    Optional<String> message = texts.add(part, last);
    if (texts.isOver()) {
      close(session, CloseCause.TOO_BIG);
    } else if (conversation != null) {
      message.ifPresent(text -> work(() -> conversation.hear(text)));
    }
  }

  private void hear(Session session, byte[] part, boolean last) {
    if (closing) {
      leaveIfEndless(part.length == 0);
      return;
    }
    if (mostBytes == 0) {
      close(session, CloseCause.WRONG_KIND);
      return;
    }
    Optional<byte[]> message = binaries.add(part, last);
    if (binaries.isOver()) {
      close(session, CloseCause.TOO_BIG);
    } else if (conversation != null) {
      message.ifPresent(bytes -> work(() -> conversation.hear(bytes)));
    }
  }

  @SuppressWarnings("try")
  private void work(Runnable forClient) {
    try (LogContext.Span span = LogContext.enter(about)) {
      forClient.run();
    }
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
  public final void onClose(Session session, CloseReason reason) {
    gone();
  }

  /**
   * Mostly a client that went without a word; the container calls {@link #onClose} if it closes.
   */
  @Override
  public final void onError(Session session, Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, about + " failed", failure);
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
      frames.send(List.of(SocketMessages.error(Optional.empty(), refusal)));
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
  private void close(Session session, CloseCause cause) {
    closing = true;
    new Frames(session, false).close(cause);
  }

  private static CloseCause causeOf(Refusal refusal) {
    if (refusal.code() == ErrorCode.RATE_LIMITED) {
      return CloseCause.TOO_MANY;
    }
    if (refusal.code() == ErrorCode.FORBIDDEN) {
      return CloseCause.NOT_ALLOWED;
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
