package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;

/**
 * How a transport writes an event. One instance serves a transport: its identity is the key under
 * which an event's encoded form is kept, so that each event is encoded once for all connections.
 *
 * @param <F> the encoded form; must not be changed once made
 */
@FunctionalInterface
public interface Encoding<F> {
  F encode(Event event, Position position);
}
