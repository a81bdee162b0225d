package com.petstoreapi.chat;

import com.petstoreapi.realtime.value.Names;
import java.util.Locale;
import java.util.Objects;

/**
 * What a room is about. Whether there is such a thing is not asked.
 *
 * @param id as the service that knows it calls it
 */
public record About(Kind kind, String id) {
  /** What there is to talk about. */
  public enum Kind {
    PET,
    ORDER,
    AUCTION;

    /** By its name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public About {
    Objects.requireNonNull(kind);
    if (!Names.isId(id)) {
      throw new IllegalArgumentException("no id: " + id);
    }
  }
}
