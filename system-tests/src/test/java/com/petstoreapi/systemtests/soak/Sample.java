package com.petstoreapi.systemtests.soak;

import java.util.Locale;

/**
 * What a server had and did at one moment.
 *
 * @param seconds since the crowd came; negative before
 * @param heapUsed bytes, with garbage
 * @param heapLive bytes after a collection; NaN where none was asked for
 * @param resident bytes of the process
 * @param connections streams and sockets, as the server counts them
 * @param processors how many it kept busy since the sample before
 * @param deliveries a second since then, as those who listen count them
 * @param batches written to clients a second since then
 * @param stuckWriters threads that wait for clients which do not read
 * @param cut connections that the server has cut since its start
 */
record Sample(
    double seconds,
    double heapUsed,
    double heapLive,
    double resident,
    int threads,
    int descriptors,
    int connections,
    double processors,
    double deliveries,
    double batches,
    int stuckWriters,
    int cut) {
  private static final double MEBI = 1 << 20;

  static final String HEAD =
      "seconds,heap_used_mib,heap_live_mib,resident_mib,threads,descriptors,connections,processors,"
          + "deliveries_per_second,batches_per_second,stuck_writers,cut";

  /** A line under {@link #HEAD}. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%.0f,%.1f,%s,%.1f,%d,%d,%d,%.3f,%.1f,%.1f,%d,%d",
        seconds,
        heapUsed / MEBI,
        isCollected() ? String.format(Locale.ROOT, "%.2f", heapLive / MEBI) : "",
        resident / MEBI,
        threads,
        descriptors,
        connections,
        processors,
        deliveries,
        batches,
        stuckWriters,
        cut);
  }

  /** Whether it tells what lives on the heap. */
  boolean isCollected() {
    return !Double.isNaN(heapLive);
  }
}
