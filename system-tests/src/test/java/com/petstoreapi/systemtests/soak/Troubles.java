package com.petstoreapi.systemtests.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What must not be: promises that were broken. And, counted by its words, what may be. */
final class Troubles {
  private static final int SHOWN = 40;
  private static final int KINDS = 200;

  private final AtomicInteger broken = new AtomicInteger();
  private final Map<String, Integer> accepted = new TreeMap<>();

  /** A promise was broken; the first are printed. */
  void broken(String what) {
    if (broken.incrementAndGet() <= SHOWN) {
      System.out.println("BROKEN: " + what);
    }
  }

  /** Something that happens in a bad network, or to who does not read. */
  synchronized void happened(String what) {
    if (accepted.size() < KINDS || accepted.containsKey(what)) {
      accepted.merge(what, 1, Integer::sum);
    }
  }

  int broken() {
    return broken.get();
  }

  synchronized Map<String, Integer> accepted() {
    return new TreeMap<>(accepted);
  }
}
