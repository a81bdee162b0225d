package com.petstoreapi.socket;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import java.util.Optional;

/**
 * What one client gets of the stream it came for. Used by one thread at a time; {@link #isBehind}
 * and {@link #position} by any.
 */
public interface Feed {
  /**
   * The messages that are due now, at most one batch. May block on the journal; when that cannot be
   * reached nothing is lost, and the next call goes on where this one was.
   *
   * @throws JournalUnavailable when it cannot be reached
   */
  List<String> take();

  /** What follows the messages just taken as one binary message; the next call has it no more. */
  default Optional<byte[]> takeBinary() {
    return Optional.empty();
  }

  /** Whether the stream has moved on. */
  boolean isBehind();

  /** How far the client was told. */
  Position position();

  /** Why the socket is to be closed after what was taken so far; empty while it goes on. */
  Optional<CloseCause> end();
}
