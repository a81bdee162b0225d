package com.petstoreapi.edge.store.retention;

import com.petstoreapi.edge.settings.RetentionSettings;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.JdbcRetention;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Lets events go that are older than they are kept, in small pieces with pauses between them, so
 * that nobody waits for it.
 */
public final class Retention {
  private static final int STREAMS_AT_ONCE = 500;
  private static final int EVENTS_AT_ONCE = 1_000;
  private static final long PAUSE_MILLIS = 20;

  private final JdbcRetention journal;
  private final StreamsInUse inUse;
  private final RetentionSettings settings;
  private final AtomicLong forgotten = new AtomicLong();

  public Retention(JdbcRetention journal, StreamsInUse inUse, RetentionSettings settings) {
    this.journal = journal;
    this.inUse = inUse;
    this.settings = settings;
  }

  /** Events that this node has deleted. */
  public long forgotten() {
    return forgotten.get();
  }

  /**
   * Goes through all streams once, for as long as that is this node's work.
   *
   * @throws JournalUnavailable when the database is away
   * @throws InterruptedException when it is to end
   */
  public void run(BooleanSupplier ours) throws InterruptedException {
    String last = "";
    List<String> page = journal.streams(last, STREAMS_AT_ONCE);
    while (!page.isEmpty()) {
      Set<String> keep = inUse.among(page);
      for (String stream : page) {
        if (!keep.contains(stream)) {
          run(stream, ours);
        }
      }
      last = page.get(page.size() - 1);
      page = journal.streams(last, STREAMS_AT_ONCE);
    }
  }

  private void run(String stream, BooleanSupplier ours) throws InterruptedException {
    int deleted = EVENTS_AT_ONCE;
    while (deleted == EVENTS_AT_ONCE && ours.getAsBoolean()) {
      deleted = journal.forget(stream, settings.kept(), settings.events(), EVENTS_AT_ONCE);
      forgotten.addAndGet(deleted);
      if (deleted > 0) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
