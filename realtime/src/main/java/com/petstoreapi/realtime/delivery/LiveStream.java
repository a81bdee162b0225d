package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.List;

/**
 * A stream as its listeners see it: the journal with its tail in front. Cursors read from it; when
 * its head moves, it wakes those who listen.
 */
public final class LiveStream {
  private static final int HOLE_PAGE = 1_000;

  private final String name;
  private final String epoch;
  private final Journal journal;
  private final Tail tail;
  private final Listeners listeners;
  private final DeliveryFigures figures;
  private final Tracing tracing;
  private final boolean traced;

  /** Of the last commit that is followed; under the tail's lock. */
  private FirstDelivery delivery;

  /** One of whose figures nobody asks. */
  LiveStream(String name, Journal journal, TailBounds bounds, Coalescing coalescing) {
    this(
        name,
        journal,
        bounds,
        coalescing,
        new DeliveryFigures(System::currentTimeMillis),
        Tracing.OFF);
  }

  LiveStream(
      String name,
      Journal journal,
      TailBounds bounds,
      Coalescing coalescing,
      DeliveryFigures figures,
      Tracing tracing) {
    Head head = journal.open(name);
    this.name = name;
    this.epoch = head.epoch();
    this.journal = journal;
    this.tail = new Tail(bounds.events(), bounds.bytes(), head.seq());
    this.listeners = new Listeners(name, coalescing);
    this.figures = figures;
    this.tracing = tracing;
    this.traced = tracing.isOn();
  }

  public String name() {
    return name;
  }

  /** The position of the newest event. */
  public Position head() {
    return new Position(tail.newest(), epoch);
  }

  /**
   * Takes in events that were committed, and wakes the listeners. Events that are here already are
   * passed over; a hole before the first is filled from the journal. Of a hole that the journal no
   * longer holds, the cursors learn by a reset.
   */
  public void advance(List<Event> committed) {
    if (committed.isEmpty()) {
      return;
    }
    try {
      synchronized (tail) {
        fillHoleBefore(committed.get(0).seq());
        committed.forEach(this::appendNew);
      }
    } finally {
      listeners.ring(); // a part of the hole may have been filled before the journal failed
    }
  }

  /**
   * The journal is said to reach that far: what is missing here is read from it. Listeners are
   * woken if there was something.
   */
  public void catchUp(long head) {
    if (head <= tail.newest()) {
      return;
    }
    try {
      synchronized (tail) {
        fillHoleBefore(head + 1);
      }
    } finally {
      listeners.ring();
    }
  }

  /** Wakes the listener whenever the head has moved; on another thread, so it must not block. */
  public void listen(Runnable listener) {
    listeners.add(listener, audiences -> listener.run());
  }

  /** The same, for one that wants to know whom the new events are for. */
  public void listen(AudienceListener listener) {
    listeners.add(listener, listener);
  }

  public void unlisten(Object listener) {
    listeners.remove(listener);
  }

  public int listeners() {
    return listeners.size();
  }

  /** Notes that a client opens a connection which is to begin there. */
  public void opened(Start start) {
    figures.opened(start, head());
  }

  /** How many events the tail holds. */
  public long tailSize() {
    return tail.size();
  }

  /** About how much memory the tail takes, in bytes. */
  public long tailBytes() {
    return tail.bytes();
  }

  /** The number of the oldest event in the tail; beyond the head when the tail is empty. */
  public long oldestInTail() {
    return tail.oldest();
  }

  /**
   * For how long the event after that number has been here; zero when there is none. Of one that
   * has left the tail it is only known that it came before the oldest that is there. Never blocks.
   *
   * @param now {@link System#nanoTime()}
   * @return nanoseconds
   */
  public long waitingFor(long after, long now) {
    if (after >= tail.newest()) {
      return 0;
    }
    Entry next = tail.get(after + 1);
    Entry known = next != null ? next : tail.get(tail.oldest());
    return known == null ? 0 : Math.max(0, now - known.since());
  }

  String epoch() {
    return epoch;
  }

  DeliveryFigures figures() {
    return figures;
  }

  /** The event with this number if the tail has it, else null. */
  Entry inTail(long seq) {
    return tail.get(seq);
  }

  /** False only if nothing up to the head, read before, can be for this user. */
  boolean mayConcern(String user, long after) {
    return tail.mayConcern(user, after);
  }

  /** Events after a number from the journal, not shared with other cursors. */
  List<Entry> inJournal(long after, int limit) {
    figures.readJournal();
    return journal.read(name, after, limit).stream().map(event -> new Entry(event, epoch)).toList();
  }

  /** The number of the oldest event that is kept. */
  long oldest() {
    return journal.head(name).map(Head::oldest).orElse(1L);
  }

  /** Whether the event was committed, perhaps by a node whose bell has not been heard here yet. */
  boolean inJournal(long seq) {
    return journal.head(name).filter(head -> seq <= head.seq()).isPresent();
  }

  private void fillHoleBefore(long seq) {
    while (tail.newest() + 1 < seq) {
      figures.readJournal();
      List<Event> missing = journal.read(name, tail.newest(), HOLE_PAGE);
      if (missing.isEmpty()) {
        skipWhatIsNotKept(seq);
        return;
      }
      if (missing.get(0).seq() > tail.newest() + 1) {
        skipTo(missing.get(0).seq());
      }
      missing.forEach(this::appendNew);
    }
  }

  private void skipWhatIsNotKept(long seq) {
    if (oldest() < seq) {
      throw new IllegalStateException(
          "stream " + name + " has no event after " + tail.newest() + ", yet one at " + seq);
    }
    skipTo(seq);
  }

  /** Whoever had come less far has lost something, and must be told. */
  private void skipTo(long seq) {
    tail.skipTo(seq);
    listeners.tell(Audience.EVERYONE);
  }

  private void appendNew(Event event) {
    if (event.seq() == tail.newest() + 1) {
      tail.append(new Entry(event, epoch, traced ? deliveryOf(event) : null));
      listeners.tell(event.audience());
    }
  }

  /** One for all events of a commit; null when nobody follows it. */
  private FirstDelivery deliveryOf(Event event) {
    if (event.trace().isEmpty()) {
      return null;
    }
    if (delivery == null || !delivery.isOf(event.trace())) {
      delivery = new FirstDelivery(tracing, name, event.trace());
    }
    return delivery;
  }
}
