package com.petstoreapi.auction.outbox;

/** How long to wait before the next try: 0.2 s at first, twice as long each time, 10 s at most. */
final class BackOff {
  private static final long FIRST_MILLIS = 200;
  private static final long MOST_MILLIS = 10_000;

  private long millis;

  void increase() {
    millis = isBackingOff() ? Math.min(2 * millis, MOST_MILLIS) : FIRST_MILLIS;
  }

  void reset() {
    millis = 0;
  }

  boolean isBackingOff() {
    return millis > 0;
  }

  long nextMillis() {
    return millis;
  }
}
