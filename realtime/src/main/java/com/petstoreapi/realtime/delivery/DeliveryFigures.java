package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.figures.Histogram;
import com.petstoreapi.realtime.figures.Tally;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * How a node's streams get to their clients. What is on the path of each batch costs a look at the
 * clock and a few additions, once for the batch. Safe for use by many threads.
 */
public final class DeliveryFigures {
  private static final long MILLIS_PER_SECOND = 1_000;

  /** Where a client asked its stream to begin. */
  public enum Beginning {
    LIVE,
    EARLIEST,
    RESUMED,
    MALFORMED
  }

  /** Where the events were that cursors have looked at. */
  public enum Source {
    TAIL,
    JOURNAL
  }

  /** What has shown that a notice of another node was late or lost. */
  public enum Finder {
    /** A later notice. */
    BELL,
    /** The look into the journal. */
    LOOK
  }

  private final LongSupplier millis;
  private final Histogram lag =
      new Histogram(
          MILLIS_PER_SECOND, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30);
  private final Histogram batches = new Histogram(1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512);
  private final Tally<Source> looked = new Tally<>(Source.class);
  private final LongAdder journalReads = new LongAdder();
  private final Tally<Beginning> beginnings = new Tally<>(Beginning.class);
  private final Histogram behind =
      new Histogram(1, 0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000);
  private final Tally<Reset.Reason> resets = new Tally<>(Reset.Reason.class);
  private final Histogram bellLag =
      new Histogram(
          MILLIS_PER_SECOND,
          0.001,
          0.0025,
          0.005,
          0.01,
          0.025,
          0.05,
          0.1,
          0.25,
          0.5,
          1,
          2.5,
          5,
          10);
  private final Tally<Finder> misses = new Tally<>(Finder.class);
  private final Tally<Finder> missedEvents = new Tally<>(Finder.class);

  /**
   * @param millis the time of day in milliseconds, by the clock that is nearest to the database's:
   *     by as much as the two differ the lags are wrong
   */
  public DeliveryFigures(LongSupplier millis) {
    this.millis = millis;
  }

  /**
   * Seconds from the moment an event was decided until it was taken up to be written, of the oldest
   * event of each batch; without batches that begin with what was there before the client came.
   */
  public Histogram lag() {
    return lag;
  }

  /** Events of each batch. */
  public Histogram batches() {
    return batches;
  }

  /** Events that cursors have looked at, whether or not they were for their clients. */
  public Tally<Source> looked() {
    return looked;
  }

  /** How often the journal was read. */
  public long journalReads() {
    return journalReads.sum();
  }

  /** Connections by where they asked their streams to begin. */
  public Tally<Beginning> beginnings() {
    return beginnings;
  }

  /** By how many events those who came back were behind. */
  public Histogram behind() {
    return behind;
  }

  /** Positions that could not be replayed. */
  public Tally<Reset.Reason> resets() {
    return resets;
  }

  /** Seconds from the moment an event was decided until another node's notice of it was heard. */
  public Histogram bellLag() {
    return bellLag;
  }

  /** How often something was found of which no notice had come in time. */
  public Tally<Finder> misses() {
    return misses;
  }

  /** The events that were found so. */
  public Tally<Finder> missedEvents() {
    return missedEvents;
  }

  /** A cursor has taken events of which the first was there before its client came. */
  void tookOld(int events) {
    batches.record(events);
  }

  /**
   * A cursor has taken events that are all new to its client.
   *
   * @param first the oldest of them
   */
  void tookNew(Event first, int events) {
    batches.record(events);
    lag.record(age(first));
  }

  void looked(Source source, int events) {
    if (events > 0) {
      looked.add(source, events);
    }
  }

  void readJournal() {
    journalReads.increment();
  }

  /**
   * A connection was opened.
   *
   * @param head the position of the stream's newest event
   */
  void opened(Start start, Position head) {
    if (start instanceof Start.After after) {
      beginnings.add(Beginning.RESUMED);
      resumed(after.position(), head);
    } else if (start instanceof Start.Live) {
      beginnings.add(Beginning.LIVE);
    } else {
      boolean earliest = start instanceof Start.Earliest;
      beginnings.add(earliest ? Beginning.EARLIEST : Beginning.MALFORMED);
    }
  }

  /** Of a position of another life of the journal nobody can say how far behind it is. */
  private void resumed(Position after, Position head) {
    if (after.epoch().isEmpty() || after.epoch().equals(head.epoch())) {
      behind.record(head.seq() - after.seq());
    }
  }

  void reset(Reset.Reason reason) {
    resets.add(reason);
  }

  /** Another node's notice has come. */
  void heard(List<Event> events) {
    if (!events.isEmpty()) {
      bellLag.record(age(events.get(events.size() - 1)));
    }
  }

  void missed(Finder finder, long events) {
    if (events > 0) {
      misses.add(finder);
      missedEvents.add(finder, events);
    }
  }

  private long age(Event event) {
    return millis.getAsLong() - event.at().toEpochMilli();
  }
}
