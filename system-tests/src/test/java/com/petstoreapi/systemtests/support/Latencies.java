package com.petstoreapi.systemtests.support;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long messages took from the moment that somebody set out to send them to each arrival. */
public final class Latencies {
  private final Map<Object, Long> sent = new ConcurrentHashMap<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  public void sending(Object message) {
    sent.put(message, System.nanoTime());
  }

  /** Messages which nobody said to be sending are passed over. */
  public void arrived(Object message, long atNanos) {
    Long since = sent.get(message);
    if (since != null) {
      nanos.add(atNanos - since);
    }
  }

  public int count() {
    return nanos.size();
  }

  /**
   * @param fraction 0.99 for the 99th percentile
   */
  public Duration quantile(double fraction) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    int index = (int) Math.ceil(fraction * sorted.length) - 1;
    return Duration.ofNanos(sorted[index]);
  }
}
