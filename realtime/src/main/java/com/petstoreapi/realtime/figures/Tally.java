package com.petstoreapi.realtime.figures;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens, by its kind. The kinds are an enum's, so that there are never more of them.
 * Cheap, takes no lock, allocates nothing. Safe for use by many threads.
 */
public final class Tally<E extends Enum<E>> {
  private final List<E> kinds;
  private final LongAdder[] counts;

  public Tally(Class<E> kinds) {
    this.kinds = List.of(kinds.getEnumConstants());
    this.counts = new LongAdder[this.kinds.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  public void add(E kind) {
    counts[kind.ordinal()].increment();
  }

  public void add(E kind, long times) {
    counts[kind.ordinal()].add(times);
  }

  /** How often there was one of that kind. */
  public long of(E kind) {
    return counts[kind.ordinal()].sum();
  }

  /** All kinds there are. */
  public List<E> kinds() {
    return kinds;
  }
}
