package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Audience;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest events of a stream, in memory. Bounded in number and in bytes: what does not fit
 * leaves at the old end and is read from the journal from then on.
 *
 * <p>One thread at a time appends; any number read, without locks.
 */
final class Tail {
  private final AtomicReferenceArray<Entry> ring;
  private final long maxBytes;

  /** The newest event that each audience has here. */
  private final Map<String, Long> newestFor = new ConcurrentHashMap<>();

  private volatile long bytes;
  private volatile long oldest;
  private volatile long newest;

  /**
   * @param maxEvents at most so many events, 1 or more; rounded up to a power of two
   * @param maxBytes at most so many bytes by {@link Entry#weight()}, but always the newest event
   * @param head the number of the stream's newest event: the tail begins after it
   */
  Tail(int maxEvents, long maxBytes, long head) {
    int capacity = Integer.highestOneBit(Math.max(1, maxEvents - 1)) << 1;
    this.ring = new AtomicReferenceArray<>(capacity);
    this.maxBytes = maxBytes;
    this.newest = head;
    this.oldest = head + 1;
  }

  /** Appends the event that follows the newest. */
  void append(Entry entry) {
    long seq = entry.event().seq();
    if (seq != newest + 1) {
      throw new IllegalArgumentException("event " + seq + " does not follow " + newest);
    }
    bytes = bytes + entry.weight(); // by the one thread that appends
    while (oldest < seq && (bytes > maxBytes || seq - oldest >= ring.length())) {
      evictOldest();
    }
    ring.set(slot(seq), entry);
    newestFor.put(entry.event().audience().user(), seq);
    newest = seq; // last: what is seen of the head is in the ring and in the index
  }

  /** Begins anew before this number, which lies after the newest: what is between is lost. */
  void skipTo(long seq) {
    while (oldest <= newest) {
      evictOldest();
    }
    oldest = seq; // first: what was skipped must not look as if it were here
    newest = seq - 1;
  }

  /** The event with this number; null when it is not in the tail. */
  Entry get(long seq) {
    if (seq < oldest || seq > newest) {
      return null;
    }
    Entry entry = ring.get(slot(seq));
    // Between the look at the bounds and the look into the ring the event may have been evicted.
    return entry != null && entry.event().seq() == seq ? entry : null;
  }

  /**
   * Whether there may be an event after that number which this user may see: false only if all of
   * them up to the head, which was read before, are here, and none is for him.
   */
  boolean mayConcern(String user, long after) {
    return isNewer(Audience.EVERYONE.user(), after)
        || isNewer(user, after)
        || after + 1 < oldest; // last: what leaves moves it before it is taken off the index
  }

  private boolean isNewer(String audience, long after) {
    Long seq = newestFor.get(audience);
    return seq != null && seq > after;
  }

  /** The number of the newest event that was appended. */
  long newest() {
    return newest;
  }

  /** The number of the oldest event that is held; beyond the newest when there is none. */
  long oldest() {
    return oldest;
  }

  /** What the events that are held weigh, by {@link Entry#weight()}. */
  long bytes() {
    return bytes;
  }

  /** How many events are held. */
  long size() {
    return newest - oldest + 1;
  }

  private void evictOldest() {
    long seq = oldest;
    Entry evicted = ring.get(slot(seq));
    bytes = bytes - evicted.weight();
    oldest = seq + 1;
    ring.set(slot(seq), null);
    newestFor.remove(evicted.event().audience().user(), seq);
  }

  private int slot(long seq) {
    return (int) (seq & (ring.length() - 1));
  }
}
