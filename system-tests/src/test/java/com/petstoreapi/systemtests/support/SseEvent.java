package com.petstoreapi.systemtests.support;

import jakarta.json.JsonObject;

/**
 * An event as a browser would dispatch it.
 *
 * @param id the last event id when it arrived, which need not have come with this event
 * @param arrivedNanos {@link System#nanoTime()} at arrival
 */
public record SseEvent(String type, String id, String data, long arrivedNanos) {

  public JsonObject json() {
    return JsonText.parse(data);
  }

  public Position position() {
    return Position.parse(id);
  }
}
