package com.petstoreapi.realtime.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How those who listen to a stream are woken. The first event after a quiet time is told at once;
 * what follows it closely is told together, an interval later, in one write to each client. To
 * write costs about as much for one event as for ten, so a busy stream takes a fraction of the
 * processor time, and nobody waits longer than the interval.
 *
 * @param ringer wakes the listeners; one thread is enough
 * @param interval between two wake-ups by one stream; zero for one at each event
 */
public record Coalescing(Executor ringer, Duration interval) {
  /** Each event is told at once. */
  public static Coalescing none(Executor ringer) {
    return new Coalescing(ringer, Duration.ZERO);
  }
}
