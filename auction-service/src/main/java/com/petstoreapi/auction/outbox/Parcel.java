package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.edge.json.JsonText;
import java.util.Arrays;

/**
 * An announcement on its way.
 *
 * @param id by which the receiver knows a repetition
 * @param type the announcement's kind, by its name
 * @param audience the only user who is told, or who has won; empty for everyone
 * @param data a JSON object on one line
 * @param reached of what goes to all who watch a pet: the last user whom it has reached; else empty
 * @param trace by what the commit that put it in is followed; mostly empty
 */
record Parcel(String id, String type, String audience, String data, String reached, String trace) {
  /** Which pet it is about. */
  String petId() {
    return JsonText.parse(data).asJsonObject().getString("petId");
  }

  boolean isSale() {
    return type.equals(Kind.SOLD.wire());
  }

  /** Whether it goes to those who watch the pet, each of whom gets an event of his own. */
  boolean isForWatchers() {
    return Arrays.stream(Kind.values())
        .anyMatch(kind -> kind.isForWatchers() && kind.wire().equals(type));
  }

  /** Whether it is one event, and goes as it is. */
  boolean isPlain() {
    return !isSale() && !isForWatchers();
  }
}
