package com.petstoreapi.socket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What is below a session, for three things that Jakarta WebSocket has no word for and Open Liberty
 * 26.0.0.3 no time-out. None of it is part of any interface, hence the reflection.
 *
 * <p>A blocking send may never end by itself, and an interrupt is swallowed:
 *
 * <ul>
 *   <li>The client does not read. Liberty's way to cancel an asynchronous send serves this one as
 *       well. Closing the session from another thread would be no way out: the close frame then
 *       takes the place of the buffers that the blocked thread still uses.
 *   <li>The container has closed the connection while the send began, as the client went without a
 *       close frame. Then nobody is left who would wake the sender; he is told here what the
 *       container does not tell him.
 * </ul>
 *
 * <p>A connection may stay though its session is over: after a close frame with a code that there
 * is not, Liberty neither reads on nor closes.
 *
 * <p>When a goodbye cannot be written, Liberty writes an incident with the handshake's query in it.
 */
final class Transport {
  private static final System.Logger LOG = System.getLogger(Transport.class.getName());

  private final Object link;
  private final Object connection;
  private final Object writing;

  private Transport(Object link, Object connection, Object writing) {
    this.link = link;
    this.connection = connection;
    this.writing = writing;
  }

  /** To be called while the session is open: what is found then is gone after its end. */
  static Transport of(Session session) {
    try {
      Object implementation = session.getClass().getMethod("getSessionImpl").invoke(session);
      Object link = get(implementation, "connLink");
      forgetQuery(link);
      Object connection = lowest(get(link, "deviceConnLink"));
      return new Transport(link, connection, call(connection, "getWriteInterface"));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "sockets that hang cannot be ended here", e);
      return new Transport(null, null, null);
    }
  }

  /**
   * A send that is blocked fails within about a second. Does not block; any thread. Does nothing if
   * none is.
   */
  void cancelSend() {
    attempt(
        () -> {
          if (isClosed()) {
            tellClosed();
          } else {
            call(link, "cancelWriteBufferAsync");
          }
        });
  }

  /** Whether there is still a connection, as far as that can be known. */
  boolean isOpen() {
    boolean[] open = new boolean[1];
    attempt(() -> open[0] = !isClosed());
    return open[0];
  }

  /** Ends the connection without a word. Does not block; any thread. */
  void cut() {
    attempt(
        () -> {
          Method close = method(connection, "close", 2);
          close.invoke(connection, get(link, "vConnection"), null);
        });
  }

  private boolean isClosed() throws ReflectiveOperationException {
    return (Boolean) call(connection, "isClosed") || call(connection, "getSocketIOChannel") == null;
  }

  private void attempt(Attempt attempt) {
    if (link == null) {
      return;
    }
    try {
      attempt.make();
    } catch (InvocationTargetException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing was sent yet, or it has just been closed", e);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a socket that hangs could not be ended", e);
    }
  }

  /** The sender looks for an error whenever he is woken, be it by an interrupt. */
  private void tellClosed() throws ReflectiveOperationException {
    field(writing, "blockingIOError").set(writing, new IOException("the connection is closed"));
    Object sender = get(writing, "blockWait");
    if (sender != null) {
      call(sender, "simpleNotify");
    }
  }

  /** There may be a ticket in it, and an incident's dump has all that the link remembers. */
  private static void forgetQuery(Object link) throws ReflectiveOperationException {
    Object handshake = get(link, "things");
    field(handshake, "queryString").set(handshake, null);
  }

  /** The TCP connection, below TLS if there is any. */
  private static Object lowest(Object device) throws ReflectiveOperationException {
    Object below = call(device, "getDeviceLink");
    return below == null ? device : lowest(below);
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    return method(target, name, 0).invoke(target);
  }

  private static Method method(Object target, String name, int parameters)
      throws ReflectiveOperationException {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == parameters) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object get(Object target, String name) throws ReflectiveOperationException {
    return field(target, name).get(target);
  }

  private static Field field(Object target, String name) throws ReflectiveOperationException {
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  @FunctionalInterface
  private interface Attempt {
    void make() throws ReflectiveOperationException;
  }
}
