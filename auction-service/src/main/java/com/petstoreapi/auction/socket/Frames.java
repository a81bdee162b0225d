package com.petstoreapi.auction.socket;

import com.petstoreapi.realtime.failure.CloseCause;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes messages to a session: a frame for each, or one for all that come together. Blocks while
 * the client does not read. Used by one thread at a time, but for {@link #close} and {@link
 * #release}.
 */
final class Frames {
  private static final System.Logger LOG = System.getLogger(Frames.class.getName());

  private final Session session;
  private final boolean batched;

  /**
   * @param batched whether the client asked for arrays
   */
  Frames(Session session, boolean batched) {
    this.session = session;
    this.batched = batched;
  }

  void send(List<String> messages) throws IOException {
    if (batched && !messages.isEmpty()) {
      sendFrame("[" + String.join(",", messages) + "]");
    } else {
      for (String message : messages) {
        sendFrame(message);
      }
    }
  }

  void ping() throws IOException {
    try {
      remote().sendPing(ByteBuffer.allocate(0)); // not read-only: Liberty masks in place
    } catch (IllegalStateException e) {
      throw closed(e);
    }
  }

  /** Any thread; may block for seconds. */
  void close(CloseCause cause) {
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(cause.code()), cause.reason()));
    } catch (IOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "a session was closed already", e);
    }
  }

  /** Whoever is blocked in one of the others comes out of it. Any thread; does not block. */
  void release() {
    BlockedSend.cancel(session);
  }

  private void sendFrame(String text) throws IOException {
    try {
      remote().sendText(text);
    } catch (IllegalStateException e) {
      throw closed(e);
    }
  }

  private RemoteEndpoint.Basic remote() {
    return session.getBasicRemote();
  }

  private static IOException closed(IllegalStateException cause) {
    return new IOException("the session is closed", cause);
  }
}
