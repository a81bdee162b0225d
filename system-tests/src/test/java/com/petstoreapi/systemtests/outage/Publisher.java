package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Publishes one notification after the other, each again under its id until it is answered. */
final class Publisher implements AutoCloseable {
  private static final long PAUSE_MILLIS = 40;

  private final HttpApi desk;
  private final String prefix;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::publish, "publisher");
  private volatile boolean over;

  /**
   * @param prefix of its titles, which are ids, too
   */
  Publisher(Notifications notifications, String prefix) {
    this.desk = notifications.publisher();
    this.prefix = prefix;
    thread.setDaemon(true);
    thread.start();
  }

  /** The titles, in the order in which they were acknowledged. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  private void publish() {
    try {
      for (int number = 0; !over; number++) {
        String title = prefix + number;
        while (!isTaken(title)) {
          Thread.sleep(PAUSE_MILLIS);
        }
        acknowledged.add(title);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(String title) {
    JsonObject notification =
        Json.createObjectBuilder(Notifications.notification(title, "-")).add("id", title).build();
    try {
      int status = desk.post("/v1/notifications", notification).status();
      if (status != 201 && status != 200 && status != 503) {
        throw new AssertionError(title + " was answered with " + status);
      }
      return status != 503;
    } catch (UncheckedIOException connectionLost) {
      return false;
    }
  }

  /** Returns when the last is answered. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join(60_000);
    if (thread.isAlive()) {
      throw new AssertionError("the last was never answered");
    }
  }
}
