package com.petstoreapi.realtime.support;

import java.util.stream.LongStream;

/**
 * The seeds of random tests: fixed ones, so that a run can be repeated; {@code -Dpetstore.seed=n}
 * asks for one of your own.
 */
public final class Seeds {
  private Seeds() {}

  public static LongStream all() {
    Long own = Long.getLong("petstore.seed");
    return own == null ? LongStream.rangeClosed(1, 40) : LongStream.of(own);
  }

  /** The first, for tests that take long. */
  public static long one() {
    return all().findFirst().orElseThrow();
  }
}
