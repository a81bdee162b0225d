package com.petstoreapi.systemtests.support;

import java.util.function.Consumer;

/**
 * Lines of an event stream to events, as the HTML standard says in "9.2.6 Interpreting an event
 * stream".
 */
final class SseParser {
  private final Consumer<SseEvent> events;
  private final StringBuilder data = new StringBuilder();
  private String type = "";
  private String id;
  private volatile String lastEventId;
  private volatile int retryMillis = -1;
  private volatile int commentBytes;

  SseParser(String lastEventId, Consumer<SseEvent> events) {
    this.id = lastEventId;
    this.lastEventId = lastEventId;
    this.events = events;
  }

  void line(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (line.startsWith(":")) {
      commentBytes += line.length();
    } else {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      field(name, value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "event" -> type = value;
      case "data" -> data.append(value).append('\n');
      case "id" -> id = value;
      case "retry" -> retryMillis = Integer.parseInt(value);
      default -> {}
    }
  }

  /** Only now does the id count: an event of which the rest did not come is to come again. */
  private void dispatch() {
    lastEventId = id;
    if (!data.isEmpty()) {
      data.setLength(data.length() - 1);
      String name = type.isEmpty() ? "message" : type;
      events.accept(new SseEvent(name, lastEventId, data.toString(), System.nanoTime()));
    }
    data.setLength(0);
    type = "";
  }

  String lastEventId() {
    return lastEventId;
  }

  int retryMillis() {
    return retryMillis;
  }

  int commentBytes() {
    return commentBytes;
  }
}
