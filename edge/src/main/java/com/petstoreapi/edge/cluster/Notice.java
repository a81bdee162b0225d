package com.petstoreapi.edge.cluster;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.tracing.Step;
import java.util.List;

/** What one node tells the others. Each may come late, twice or never. */
sealed interface Notice {
  /**
   * Events were committed.
   *
   * @param head the number of the last of them
   * @param events all of one commit, or none where they are too large to be told
   * @param trace by what it is followed, see {@link Step#trace}; empty when nobody does
   */
  record Committed(String stream, long head, List<Event> events, String trace) implements Notice {
    public Committed {
      events = List.copyOf(events);
    }

    /** The same notice, as it is followed from here on. */
    Committed followedBy(Step step) {
      return new Committed(stream, head, events, step.trace());
    }
  }

  /**
   * The streams and sockets of a user are to be ended.
   *
   * @param stream only those for that stream; empty for all
   */
  record UserToGo(String user, String stream) implements Notice {}

  /**
   * Something that is not kept.
   *
   * @param channel who understands it
   */
  record Word(String channel, String text) implements Notice {}
}
