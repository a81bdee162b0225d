package com.petstoreapi.edge.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an event stream as a browser does: written after the rules of WHATWG HTML, "Interpreting an
 * event stream", and from nothing else.
 */
public final class EventStreamReader {
  private final List<Received> received = new ArrayList<>();
  private final StringBuilder data = new StringBuilder();
  private String type = "";
  private String lastEventId = "";
  private String retry = "";
  private int comments;

  /** An event as a page would get it. */
  public record Received(String id, String type, String data) {}

  private EventStreamReader() {}

  public static EventStreamReader read(byte[] bytes) {
    EventStreamReader reader = new EventStreamReader();
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Lines end with CR LF, LF or CR; what follows the last line end is no line yet.
    String[] lines = text.split("\r\n|\n|\r", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      reader.line(lines[i]);
    }
    return reader;
  }

  public static List<Received> events(byte[] bytes) {
    return read(bytes).events();
  }

  public List<Received> events() {
    return List.copyOf(received);
  }

  /** The last reconnection time that was told, as it was written. */
  public String retry() {
    return retry;
  }

  public int comments() {
    return comments;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    if (line.isEmpty()) {
      dispatch();
    } else if (colon == 0) {
      comments++;
    } else if (colon > 0) {
      String value = line.substring(colon + 1);
      field(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    } else {
      field(line, "");
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "event" -> type = value;
      case "data" -> data.append(value).append('\n');
      case "id" -> lastEventId = value.indexOf('\u0000') < 0 ? value : lastEventId;
      case "retry" -> retry = value.matches("[0-9]+") ? value : retry;
      default -> {
        // ignored
      }
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      data.setLength(data.length() - 1);
      received.add(new Received(lastEventId, type.isEmpty() ? "message" : type, data.toString()));
    }
    data.setLength(0);
    type = "";
  }
}
