package com.petstoreapi.systemtests.support;

import java.util.BitSet;

/** Which sequence numbers one connection got, and whether each was greater than the one before. */
public final class Deliveries {
  private final BitSet seen = new BitSet();
  private long last;
  private int count;
  private boolean inOrder = true;

  synchronized void add(long seq) {
    inOrder &= seq > last;
    last = seq;
    count++;
    seen.set((int) seq);
  }

  public synchronized boolean inOrder() {
    return inOrder;
  }

  /** The newest that has come, or 0. */
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
}
