package com.petstoreapi.auction.outbox;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.value.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event as notification-service takes it.
 *
 * @param id up to 64 characters of {@code [A-Za-z0-9._-]}, by which a repetition is known
 * @param audience the only user who is told; empty for everyone
 * @param data a JSON object on one line
 */
record Notice(String id, String type, String audience, String data) {
  /** A parcel that is one event, and goes as it is. */
  static Notice of(Parcel parcel) {
    return new Notice(parcel.id(), parcel.type(), parcel.audience(), parcel.data());
  }

  /**
   * What one watcher gets of a parcel that goes to many. Its id is made of the parcel's and a
   * digest of the user, so that it is the same each time.
   */
  static Notice of(Parcel parcel, String watcher) {
    return new Notice(parcel.id() + "." + digest(watcher), parcel.type(), watcher, parcel.data());
  }

  /** 160 bits in 27 characters, which together with a parcel's id and a dot are 64. */
  private static String digest(String user) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(Sha256.of(user), 20));
  }

  /** A JSON array. */
  static String json(List<Notice> notices) {
    return notices.stream().map(Notice::json).collect(Collectors.joining(",", "[", "]"));
  }

  /** Ids and types are ours and users are printable, yet a user's id may hold a quote. */
  private String json() {
    String only = audience.isEmpty() ? "" : "\"audience\":" + JsonText.value(audience) + ",";
    return "{\"id\":\"%s\",\"type\":\"%s\",%s\"data\":%s}".formatted(id, type, only, data);
  }
}
