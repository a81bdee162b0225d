package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who listens to the notifications, with the id of the last event. */
final class Listener implements Visitor {
  private final SseClient stream;
  private final AtomicInteger connections = new AtomicInteger(1);

  Listener(Entrance entrance, String user) {
    stream = new Notifications(entrance).listen(user);
  }

  @Override
  public void comeBack() {
    stream.reconnect();
    connections.incrementAndGet();
  }

  @Override
  public void leave() {
    stream.close();
  }

  @Override
  public boolean isHere() {
    return stream.isOpen();
  }

  /** The ids of the notifications that he got, of those whose title begins so. */
  List<String> ids(String prefix) {
    return stream.events("notification").stream()
        .filter(event -> Notifications.title(event).startsWith(prefix))
        .map(SseEvent::id)
        .toList();
  }

  /** Their titles. */
  List<String> titles(String prefix) {
    return Notifications.titles(stream, prefix);
  }

  boolean wasReset() {
    return !stream.events("reset").isEmpty();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    stream.close();
  }
}
