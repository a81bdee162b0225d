package com.petstoreapi.systemtests.soak;

import java.util.BitSet;

/** The sequence numbers on one stream that were acknowledged to those who wrote there. */
final class Ledger {
  private final BitSet acknowledged = new BitSet();

  synchronized void add(long seq) {
    acknowledged.set((int) seq);
  }

  synchronized BitSet acknowledged() {
    return (BitSet) acknowledged.clone();
  }

  synchronized int count() {
    return acknowledged.cardinality();
  }
}
