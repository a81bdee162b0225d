package com.petstoreapi.auction.socket;

import java.util.Optional;

/**
 * Puts the parts of a message together, and stops where they become too many. Used by one thread at
 * a time.
 */
final class Gathering {
  private static final int MOST_PARTS = 1_024;

  private final int mostCharacters;
  private final StringBuilder text = new StringBuilder();
  private int parts;
  private boolean over;

  Gathering(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  /** The message, when this part was its last. None any more once a message was too big. */
  Optional<String> add(String part, boolean last) {
    over |= ++parts > MOST_PARTS || text.length() + part.length() > mostCharacters;
    if (over) {
      text.setLength(0);
      text.trimToSize();
      return Optional.empty();
    }
    text.append(part);
    return last ? Optional.of(take()) : Optional.empty();
  }

  /** Whether a message was too big. */
  boolean isOver() {
    return over;
  }

  private String take() {
    String message = text.toString();
    text.setLength(0);
    parts = 0;
    return message;
  }
}
