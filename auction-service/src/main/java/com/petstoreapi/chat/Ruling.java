package com.petstoreapi.chat;

import java.util.Optional;

/**
 * What the rules say.
 *
 * @param room as it stands after it
 * @param event empty when nothing has changed
 */
public record Ruling(Room room, Optional<ChatEvent> event) {
  static Ruling of(Room room, ChatEvent event) {
    return new Ruling(room, Optional.of(event));
  }

  static Ruling unchanged(Room room) {
    return new Ruling(room, Optional.empty());
  }
}
