package com.petstoreapi.socket;

import static org.awaitility.Awaitility.await;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session of nobody: it keeps what is sent, what is binary as a list of numbers. */
public final class FakeSession {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public Session session() {
    return proxy(Session.class, this::ofSession);
  }

  public List<String> texts() {
    return texts;
  }

  public boolean isClosed() {
    return closed;
  }

  public void awaitText(String part) {
    await().until(() -> texts.stream().anyMatch(text -> text.contains(part)));
  }

  /** The client does not read while this is done. */
  public void whileNothingIsSent(Runnable action) {
    synchronized (texts) {
      action.run();
    }
  }

  private Object ofSession(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getBasicRemote" -> proxy(RemoteEndpoint.Basic.class, this::ofRemote);
      case "close" -> {
        closed = true;
        yield null;
      }
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private Object ofRemote(Method method, Object[] arguments) {
    synchronized (texts) {
      texts.add(
          switch (method.getName()) {
            case "sendText" -> (String) arguments[0];
            case "sendBinary" -> Arrays.toString(((ByteBuffer) arguments[0]).array());
            default -> throw new UnsupportedOperationException(method.getName());
          });
    }
    return null;
  }

  private interface Answer {
    Object to(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method, arguments)));
  }
}
