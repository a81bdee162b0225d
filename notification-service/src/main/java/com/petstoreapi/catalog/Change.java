package com.petstoreapi.catalog;

import java.util.List;

/**
 * What a decision makes of a thing.
 *
 * @param after the thing afterwards
 * @param events what is to be told; empty when nothing has changed
 */
public record Change<T>(T after, List<StoreEvent> events) {
  public Change {
    events = List.copyOf(events);
  }

  static <T> Change<T> none(T unchanged) {
    return new Change<>(unchanged, List.of());
  }
}
