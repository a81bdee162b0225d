package com.petstoreapi.realtime.journal;

import com.petstoreapi.realtime.figures.Histogram;

/** What the transactions of a node's writers take. Safe for use by many threads. */
public final class WriterFigures {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Histogram duration =
      new Histogram(
          NANOS_PER_SECOND, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);
  private final Histogram commands = new Histogram(1, 1, 2, 5, 10, 25, 50, 100, 250, 500);

  /** Seconds from the wish for a transaction until its commit, of those that were committed. */
  public Histogram duration() {
    return duration;
  }

  /** Commands of each of them. */
  public Histogram commands() {
    return commands;
  }

  void committed(int count, long nanos) {
    duration.record(nanos);
    commands.record(count);
  }
}
