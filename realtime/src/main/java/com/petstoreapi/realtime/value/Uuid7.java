package com.petstoreapi.realtime.value;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids that sort by the time of their making: UUID version 7 (RFC 9562, section 5.7). */
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;

  public Uuid7(Clock clock) {
    this.clock = clock;
  }

  /** A new id in its canonical form, 36 characters. */
  public String next() {
    long random = RANDOM.nextLong();
    long high = (clock.millis() << 16) | 0x7000L | (random & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
