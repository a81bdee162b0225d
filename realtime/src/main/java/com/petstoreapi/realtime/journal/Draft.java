package com.petstoreapi.realtime.journal;

import java.util.Objects;

/**
 * An event before it has its number.
 *
 * @param type the event's name on the wire, for example {@code adoption}
 * @param audience who may see it
 * @param subject what it is about (a pet's id), for clients that ask for one subject; may be empty
 * @param data a JSON object on one line
 * @param source the id its maker gave it, unique within the stream, so that a repeated delivery is
 *     seen as one; empty where there is none
 */
public record Draft(String type, Audience audience, String subject, String data, String source) {
  public Draft {
    Objects.requireNonNull(type);
    Objects.requireNonNull(audience);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(data);
    Objects.requireNonNull(source);
  }

  public Draft(String type, Audience audience, String subject, String data) {
    this(type, audience, subject, data, "");
  }
}
