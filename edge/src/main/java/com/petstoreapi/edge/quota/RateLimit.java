package com.petstoreapi.edge.quota;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A token bucket for each who asks. Those that are full again are forgotten by {@link #sweep}, so
 * that memory is bounded by who came lately. Safe for use by many threads.
 */
public final class RateLimit {
  private final int perSecond;
  private final int burst;
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();

  /**
   * @param perSecond how many in the long run, for each who asks
   * @param burst how many at once
   */
  public RateLimit(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /**
   * Lets one more pass.
   *
   * @param who a user, or whatever else is to be told apart
   * @throws Refusal {@code rate-limited}
   */
  public void pass(String who) {
    long now = System.nanoTime();
    if (!buckets.computeIfAbsent(who, key -> new TokenBucket(perSecond, burst, now)).take(now)) {
      refused.increment();
      throw new Refusal(
          ErrorCode.RATE_LIMITED,
          "Too many requests that change something: this one was not looked at.",
          Map.of("retryAfterSeconds", 1));
    }
  }

  /** How many were not let pass. */
  public long refused() {
    return refused.sum();
  }

  /** Forgets those who have not come for a while. */
  public void sweep() {
    long now = System.nanoTime();
    buckets.values().removeIf(bucket -> bucket.isFull(now));
  }

  int size() {
    return buckets.size();
  }
}
