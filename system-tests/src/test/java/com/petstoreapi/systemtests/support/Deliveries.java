package com.petstoreapi.systemtests.support;

import java.util.BitSet;

/**
 * Which sequence numbers one client got, over all its connections, and whether each was greater
 * than the one before.
 */
public final class Deliveries {
  private final BitSet seen = new BitSet();
  private long last;
  private int count;
  private boolean inOrder = true;
  private boolean begun;
  private long first;

  /** From this position on nothing may be missed; only the first call counts. */
  synchronized void begin(long seq) {
    if (!begun) {
      begun = true;
      first = seq;
      last = seq;
    }
  }

  /** Whether the client was ever told where it begins. */
  public synchronized boolean hasBegun() {
    return begun;
  }

  synchronized void add(long seq) {
    inOrder &= seq > last;
    last = seq;
    count++;
    seen.set((int) seq);
  }

  public synchronized boolean inOrder() {
    return inOrder;
  }

  /** The newest that has come, or where it began; 0 before. */
  synchronized long last() {
    return last;
  }

  public synchronized int count() {
    return count;
  }

  /** Which of these have not come. */
  public synchronized BitSet missingOf(BitSet seqs) {
    BitSet missing = (BitSet) seqs.clone();
    missing.andNot(seen);
    return missing;
  }

  /** Which of these lie after the beginning and up to the newest that came, and have not come. */
  public synchronized BitSet passedOver(BitSet seqs) {
    BitSet missing = yetToCome(seqs);
    missing.clear((int) last + 1, Math.max((int) last + 1, missing.length()));
    return missing;
  }

  /** Which of these lie after the beginning, and have not come. */
  public synchronized BitSet yetToCome(BitSet seqs) {
    BitSet missing = missingOf(seqs);
    missing.clear(0, (int) first + 1);
    return missing;
  }
}
