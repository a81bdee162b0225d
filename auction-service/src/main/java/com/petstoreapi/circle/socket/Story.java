package com.petstoreapi.circle.socket;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.util.Optional;

/** What is told of a stream that is for its members only, to one of them. */
public interface Story {
  /**
   * What comes first for somebody who has nothing yet.
   *
   * @param message holds all that has happened up to the position
   */
  record Opening(String message, Position position) {}

  /** The field that names what the stream is of, such as {@code roomId}, for a reset. */
  String idField();

  /** Its value. */
  String id();

  /** As things stand now; may block on the database. */
  Opening opening();

  /**
   * Whether this event ends the client's being here, as he is no longer a member; may block on the
   * database: he may have become one again since.
   */
  boolean dismisses(Event event);

  /** What follows the event's message as one binary message; may block on the database. */
  default Optional<byte[]> binary(Event event) {
    return Optional.empty();
  }
}
