package com.petstoreapi.auction.outbox;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The backlog for those who ask often: looked at once a second at most. Safe for any thread. */
public final class BacklogFigures {
  private static final System.Logger LOG = System.getLogger(BacklogFigures.class.getName());
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<Backlog> look;
  private final LongSupplier nanoTime;
  private Backlog last = Backlog.NONE;
  private long lookedAt;

  public BacklogFigures(Outbox outbox) {
    this(outbox::backlog, System::nanoTime);
  }

  BacklogFigures(Supplier<Backlog> look, LongSupplier nanoTime) {
    this.look = look;
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong() - FRESH_NANOS;
  }

  /** What was found last; while the database is away that may be older than a second. */
  public synchronized Backlog get() {
    if (nanoTime.getAsLong() - lookedAt >= FRESH_NANOS) {
      try {
        last = look.get();
      } catch (JournalUnavailable e) {
        LOG.log(System.Logger.Level.DEBUG, "the outbox cannot be counted", e);
      }
      lookedAt = nanoTime.getAsLong();
    }
    return last;
  }
}
