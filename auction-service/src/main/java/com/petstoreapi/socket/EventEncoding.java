package com.petstoreapi.socket;

import com.petstoreapi.realtime.delivery.Encoding;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;

/** Events as messages: the data with type and position around it. */
public final class EventEncoding implements Encoding<String> {
  /** The only instance: each event is encoded once for all sockets. */
  public static final EventEncoding INSTANCE = new EventEncoding();

  private EventEncoding() {}

  @Override
  public String encode(Event event, Position position) {
    String data = event.data();
    String fields = data.substring(1, data.length() - 1);
    String comma = fields.isEmpty() ? "" : ",";
    return "{\"type\":\""
        + event.type()
        + "\","
        + fields
        + comma
        + "\"position\":\""
        + position
        + "\"}";
  }
}
