package com.petstoreapi.edge.admission;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How full the heap is of what is in use, as far as the last collections tell: what has come since
 * is mostly garbage, and says nothing. Asking costs next to nothing.
 */
public final class Heap {
  /** Pools of what is new, by the names that HotSpot and OpenJ9 give them. */
  private static final Pattern YOUNG = Pattern.compile("(?i)eden|survivor|nursery");

  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(pool -> !YOUNG.matcher(pool.getName()).find())
          .toList();

  /** The part in use of the most that the heap may grow to, 0 to 1. */
  public double inUse() {
    long bytes = pools.stream().mapToLong(Heap::bytes).sum();
    return Math.min(1, (double) bytes / Runtime.getRuntime().maxMemory());
  }

  /**
   * What the last collection of the pool has left. G1 collects the old generation by and by and
   * mostly does not say what was left of it (JDK 17: only after a full or a mixed collection); but
   * there its pool is filled by collections alone, and emptied before it is full.
   */
  private static long bytes(MemoryPoolMXBean pool) {
    MemoryUsage usage =
        pool.getName().startsWith("G1") ? pool.getUsage() : pool.getCollectionUsage();
    return usage == null ? 0 : usage.getUsed();
  }
}
