package com.petstoreapi.auction.socket;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * Ends a send that the client's not reading has blocked: it fails with an {@link
 * java.io.IOException} within about a second.
 *
 * <p>Jakarta WebSocket has no time-out for a blocking send, and Open Liberty 26.0.0.3 none of its
 * own: it swallows an interrupt, tries once more and waits again. What it does have is the way on
 * which its asynchronous sends are cancelled, and that serves the blocking ones as well; it is not
 * part of any interface, hence the reflection. Closing the session from another thread would be no
 * way out: the close frame then takes the place of the buffers that the blocked thread still uses.
 */
final class BlockedSend {
  private static final System.Logger LOG = System.getLogger(BlockedSend.class.getName());

  private BlockedSend() {}

  /** Does not block; any thread. Does nothing if no send is blocked. */
  static void cancel(Session session) {
    try {
      Object implementation = session.getClass().getMethod("getSessionImpl").invoke(session);
      Field field = implementation.getClass().getDeclaredField("connLink");
      field.setAccessible(true);
      Object link = field.get(implementation);
      link.getClass().getMethod("cancelWriteBufferAsync").invoke(link);
    } catch (InvocationTargetException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing was sent on this session yet", e);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a blocked send could not be cancelled", e);
    }
  }
}
