package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.delivery.DeliveryFigures.Source;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * One client's place on a stream, and what of the stream it gets. Replay, live delivery and
 * catching up after a stall are one and the same: taking what lies between the place and the head,
 * from the tail, or, where the tail no longer reaches back, from the journal.
 *
 * <p>Used by one thread at a time; {@link #behind()} and {@link #position()} by any.
 */
public final class Cursor {
  /** How many events are looked at in one step, so that a strict filter cannot hold a lane. */
  private static final int MAX_LOOK = 4_096;

  /** Not much more than a batch holds: what it cannot take is read again for the next. */
  private static final int LEAST_PAGE = 32;

  private static final int MOST_PAGE = 512;

  private static final AtomicLongFieldUpdater<Cursor> SEQ =
      AtomicLongFieldUpdater.newUpdater(Cursor.class, "seq");

  private final LiveStream stream;
  private final Filter filter;
  private final long arrivedAt;
  private volatile long seq;
  private Reset reset;

  /**
   * Places a cursor. What cannot be replayed becomes a {@link #takeReset() reset}, and the cursor
   * goes on live.
   */
  public Cursor(LiveStream stream, Filter filter, Start start) {
    this.stream = stream;
    this.filter = filter;
    Position head = stream.head();
    this.arrivedAt = head.seq();
    if (start instanceof Start.Live) {
      this.seq = head.seq();
    } else if (start instanceof Start.Earliest) {
      this.seq = stream.oldest() - 1;
    } else if (start instanceof Start.After after) {
      placeAfter(after.position(), head);
    } else {
      reset(Reset.Reason.MALFORMED, head);
    }
  }

  /** After what was taken so far. */
  public Position position() {
    return new Position(seq, stream.epoch());
  }

  /** Whether the stream has moved on, by more than what is private to others: that is passed. */
  public boolean behind() {
    passWhatIsForOthers(stream.head().seq());
    return seq < stream.head().seq();
  }

  /** A reset that the client has not been told yet; the next call has it no more. */
  public Optional<Reset> takeReset() {
    Optional<Reset> pending = Optional.ofNullable(reset);
    reset = null;
    return pending;
  }

  /**
   * Takes the next events that pass the filter. May block on the journal. An empty list means that
   * nothing passed so far, not that the head was reached: ask {@link #behind()}.
   *
   * @param maxWeight enough when so many bytes (about) are together, but at least one event
   */
  public List<Entry> take(int maxEvents, long maxWeight) {
    Batch batch = new Batch(maxEvents, maxWeight);
    long head = stream.head().seq();
    passWhatIsForOthers(head);
    for (long at = seq; at < head && batch.hasRoom(); at = seq) {
      Entry entry = stream.inTail(at + 1);
      if (entry != null) {
        pass(entry, batch);
      } else if (!batch.isEmpty()) {
        break; // what the tail gave is written first
      } else if (!takeFromJournal(at, head, batch)) {
        break;
      }
    }
    tell(batch);
    return batch.entries;
  }

  /** Once for all of a batch: who looks at each event must not pay for each. */
  private void tell(Batch batch) {
    DeliveryFigures figures = stream.figures();
    figures.looked(Source.TAIL, batch.looked - batch.read);
    figures.looked(Source.JOURNAL, batch.read);
    if (batch.isEmpty()) {
      return;
    }
    Event first = batch.entries.get(0).event();
    if (first.seq() > arrivedAt) {
      figures.tookNew(first, batch.entries.size());
    } else {
      figures.tookOld(batch.entries.size());
    }
  }

  /** Safe beside a {@link #take}: what it goes past, the other would have left out. */
  private void passWhatIsForOthers(long head) {
    long at = seq;
    if (at < head && !stream.mayConcern(filter.user(), at)) {
      SEQ.compareAndSet(this, at, head);
    }
  }

  /**
   * Not beyond the head: what is committed there may not be on disk yet.
   *
   * @return false when the journal no longer has the event after that one
   */
  private boolean takeFromJournal(long at, long head, Batch batch) {
    List<Entry> page = stream.inJournal(at, batch.pageSize());
    if (page.isEmpty() || page.get(0).event().seq() != at + 1) {
      reset(Reset.Reason.EXPIRED, stream.head());
      return false;
    }
    for (Entry entry : page) {
      if (!batch.hasRoom() || entry.event().seq() > head) {
        break;
      }
      pass(entry, batch);
      batch.read++;
    }
    return true;
  }

  private void pass(Entry entry, Batch batch) {
    batch.looked++;
    if (filter.admits(entry.event())) {
      batch.add(entry);
    }
    seq = entry.event().seq();
  }

  private void placeAfter(Position asked, Position head) {
    if (!asked.epoch().isEmpty() && !asked.epoch().equals(head.epoch())) {
      reset(Reset.Reason.UNKNOWN_EPOCH, head);
    } else if (asked.seq() > head.seq() && !stream.inJournal(asked.seq())) {
      reset(Reset.Reason.AHEAD, head);
    } else if (asked.seq() < head.seq()
        && stream.inTail(asked.seq() + 1) == null
        && asked.seq() + 1 < stream.oldest()) {
      reset(Reset.Reason.EXPIRED, head);
    } else {
      seq = asked.seq();
    }
  }

  private void reset(Reset.Reason reason, Position head) {
    stream.figures().reset(reason);
    seq = head.seq();
    reset = new Reset(reason, new Position(stream.oldest(), head.epoch()), head);
  }

  /** What one {@link #take} gathers. */
  private static final class Batch {
    private final List<Entry> entries = new ArrayList<>(4);
    private final int maxEvents;
    private final long maxWeight;
    private long weight;
    private int looked;
    private int read;

    Batch(int maxEvents, long maxWeight) {
      this.maxEvents = maxEvents;
      this.maxWeight = maxWeight;
    }

    void add(Entry entry) {
      entries.add(entry);
      weight += entry.event().data().length();
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }

    /** How many events to read at once; more when the last page held nothing for this client. */
    int pageSize() {
      int room = Math.max(maxEvents - entries.size(), looked);
      return Math.max(LEAST_PAGE, Math.min(MOST_PAGE, room));
    }

    boolean hasRoom() {
      return looked < MAX_LOOK && entries.size() < maxEvents && weight < maxWeight;
    }
  }
}
