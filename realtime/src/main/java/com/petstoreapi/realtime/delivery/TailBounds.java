package com.petstoreapi.realtime.delivery;

/**
 * How much of a stream is kept in memory.
 *
 * @param events 1 or more
 * @param bytes about so many, see {@link Entry#weight()}
 */
public record TailBounds(int events, long bytes) {
  public TailBounds {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException("a tail holds at least one event");
    }
  }
}
