package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the last second from deciding: a bid that comes shortly before the end moves the end, so
 * that the others can answer it. A bid outside of the window moves nothing. The extension counts
 * from the bid, hence a hail of bids leaves the others no more time than its last.
 *
 * @param window how shortly before the end, 1 s to 1 day
 * @param extension how long after the bid the auction ends, 1 s to 1 day; moves nothing where that
 *     is before the end
 * @param latestEnd beyond which it is never moved; empty for no such bound
 */
public record SoftClose(Duration window, Duration extension, Optional<Instant> latestEnd) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(1);

  public SoftClose {
    requireInRange(window);
    requireInRange(extension);
  }

  /** One without a latest end. */
  public SoftClose(Duration window, Duration extension) {
    this(window, extension, Optional.empty());
  }

  /** The end after a bid at that moment; never before {@code end}. */
  Instant endAfterBid(Instant end, Instant bidAt) {
    boolean inWindow = !bidAt.isBefore(end.minus(window));
    return inWindow ? latest(end, extended(bidAt)) : end;
  }

  /** Whether the auction's end, as it was set, leaves room for the latest end. */
  boolean allows(Instant end) {
    return latestEnd.filter(end::isAfter).isEmpty();
  }

  private Instant extended(Instant bidAt) {
    Instant later = bidAt.plus(extension);
    return latestEnd.filter(later::isAfter).orElse(later);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void requireInRange(Duration duration) {
    if (duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
      throw Refusal.invalid("Window and extension of a soft close last 1 s to 1 day.");
    }
  }
}
