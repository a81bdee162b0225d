package com.petstoreapi.circle;

import java.util.Objects;

/**
 * What somebody lets the others at a place see for a moment, and nobody keeps: that he types, where
 * his cursor is. A later one of the same kind takes its place.
 *
 * @param place the name of a stream
 * @param user who lets it be seen
 * @param kind its type on the wire
 * @param fields a JSON object on one line
 */
public record Remark(String place, String user, String kind, String fields) {
  public Remark {
    Objects.requireNonNull(place);
    Objects.requireNonNull(user);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(fields);
  }

  /** The same with other fields. */
  Remark with(String otherFields) {
    return new Remark(place, user, kind, otherFields);
  }

  /** What a later one takes the place of. */
  Object key() {
    return new Key(user, kind);
  }

  private record Key(String user, String kind) {}
}
