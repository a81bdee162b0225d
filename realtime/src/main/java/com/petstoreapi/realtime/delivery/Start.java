package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Position;
import java.util.Optional;

/** Where a client asks a stream to begin. */
public sealed interface Start {
  /** With what comes from now on. */
  record Live() implements Start {}

  /** With the oldest event that is kept. */
  record Earliest() implements Start {}

  /** After a position. */
  record After(Position position) implements Start {}

  /** After something that is no position. */
  record Malformed() implements Start {}

  /** Whether a client says that it has been there before, and until where. */
  default boolean resumes() {
    return this instanceof After;
  }

  /**
   * Reads what a client sent: nothing or an empty text is live, {@code earliest} is all that is
   * kept, else a position.
   */
  static Start parse(String text) {
    if (text == null || text.isEmpty()) {
      return new Live();
    }
    if (text.equals("earliest")) {
      return new Earliest();
    }
    Optional<Position> position = Position.parse(text);
    return position.isPresent() ? new After(position.get()) : new Malformed();
  }
}
