package com.petstoreapi.edge.support;

import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import java.time.Clock;
import java.util.List;

/** A stream in a fresh database, and events for it. Bells ring on the caller's thread. */
public final class History {
  private static final String NAME = "history";

  private final LiveStreams streams;

  public History(Clock clock) {
    this.streams = Database.create(clock).streams(Runnable::run);
  }

  public LiveStream stream() {
    return streams.stream(NAME);
  }

  /** Appends in one transaction. */
  public void append(Draft... drafts) {
    streams
        .writer(NAME)
        .submit(
            commit -> {
              List.of(drafts).forEach(commit::append);
              return "";
            })
        .join();
  }

  /** An event for everyone. */
  public static Draft event(String type) {
    return new Draft(type, Audience.EVERYONE, "", "{}");
  }

  public static Draft only(String user, String type) {
    return new Draft(type, Audience.only(user), "", "{}");
  }
}
