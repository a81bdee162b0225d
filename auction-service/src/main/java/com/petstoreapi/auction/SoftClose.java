package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the last second from deciding: a bid that comes shortly before the end moves the end, so
 * that the others can answer it. A bid outside of the window moves nothing, hence the end is never
 * further away than window and extension together, however many bid.
 *
 * @param window how shortly before the end, 1 s to 1 day
 * @param extension by how much the end is moved, 1 s to 1 day
 */
public record SoftClose(Duration window, Duration extension) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  public SoftClose {
    requireInRange(window);
    requireInRange(extension);
  }

  /** The end after a bid at that moment. */
  Instant endAfterBid(Instant end, Instant bidAt) {
    boolean inWindow = !bidAt.isBefore(end.minus(window));
    return inWindow ? end.plus(extension) : end;
  }

  private static void requireInRange(Duration duration) {
    if (duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
      throw Refusal.invalid("Window and extension of a soft close last 1 s to 1 day.");
    }
  }
}
