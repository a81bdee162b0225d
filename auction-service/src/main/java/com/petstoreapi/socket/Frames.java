package com.petstoreapi.socket;

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
 * the client does not read. Used by one thread at a time, but for what says otherwise.
 */
final class Frames {
  private static final System.Logger LOG = System.getLogger(Frames.class.getName());

  private final Session session;
  private final boolean batched;
  private final Transport transport;
  private boolean broken;

  /**
   * @param batched whether the client asked for arrays
   */
  Frames(Session session, boolean batched) {
    this.session = session;
    this.batched = batched;
    this.transport = Transport.of(session);
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

  void sendBinary(byte[] message) throws IOException {
    write(remote -> remote.sendBinary(ByteBuffer.wrap(message)));
  }

  void ping() throws IOException {
    write(remote -> remote.sendPing(ByteBuffer.allocate(0))); // Liberty wants to be able to mask it
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
    transport.cancelSend();
  }

  /** Whether there is still a connection, be the session closed or not. Any thread. */
  boolean isConnected() {
    return transport.isOpen();
  }

  /** Ends the connection without a close frame. Any thread; does not block. */
  void cut() {
    transport.cut();
  }

  private void sendFrame(String text) throws IOException {
    write(remote -> remote.sendText(text));
  }

  /**
   * After a write that failed there is no other: Liberty takes the failed one for being under way
   * still, and the next would wait for its end, which never comes.
   */
  private void write(Write write) throws IOException {
    if (broken) {
      throw new IOException("the session is broken");
    }
    broken = true;
    try {
      write.to(session.getBasicRemote());
    } catch (IllegalStateException e) {
      throw new IOException("the session is closed", e);
    }
    broken = false;
  }

  @FunctionalInterface
  private interface Write {
    void to(RemoteEndpoint.Basic remote) throws IOException;
  }
}
