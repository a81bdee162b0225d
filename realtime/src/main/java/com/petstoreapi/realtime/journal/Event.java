package com.petstoreapi.realtime.journal;

import com.petstoreapi.realtime.tracing.Step;
import java.time.Instant;
import java.util.Objects;

/**
 * An event as the journal holds it. Never changed.
 *
 * @param seq its number in the stream, counted from 1 without gaps, in the order of commits
 * @param at the journal's clock when it was decided, in milliseconds
 * @param type its name on the wire
 * @param audience who may see it
 * @param subject what it is about; may be empty
 * @param data a JSON object on one line
 * @param trace by what its commit is followed, see {@link Step#trace}; mostly empty
 */
public record Event(
    long seq,
    Instant at,
    String type,
    Audience audience,
    String subject,
    String data,
    String trace) {
  public Event {
    Objects.requireNonNull(at);
    Objects.requireNonNull(type);
    Objects.requireNonNull(audience);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(data);
    Objects.requireNonNull(trace);
  }

  /** One that nobody follows. */
  public Event(long seq, Instant at, String type, Audience audience, String subject, String data) {
    this(seq, at, type, audience, subject, data, "");
  }

  /** The same event, as it is followed from here on. */
  public Event followedBy(String step) {
    return new Event(seq, at, type, audience, subject, data, step);
  }
}
