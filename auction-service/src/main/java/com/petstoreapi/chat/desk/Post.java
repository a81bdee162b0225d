package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.ChatEvent;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.chat.ChatEvent.Shown;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.json.ChatEventJson;
import java.util.List;
import java.util.Optional;

/** What happens in a room, as far as it is from one to the others. */
record Post(Room room, ChatEvent event) {
  /** Who has said or shown something; empty for what else happens. */
  Optional<String> sender() {
    if (event instanceof Said said) {
      return Optional.of(said.from());
    }
    return event instanceof Shown shown ? Optional.of(shown.from()) : Optional.empty();
  }

  /** Those for whom it is. */
  List<String> readers() {
    return room.people().stream().filter(user -> !sender().equals(Optional.of(user))).toList();
  }

  /** What those of them who are away are told. */
  String letter() {
    String text = event instanceof Said said ? said.text() : "(image)";
    return ChatEventJson.letter(room.id(), sender().orElseThrow(), text);
  }
}
