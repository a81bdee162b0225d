package com.petstoreapi.edge.settings;

import java.time.Duration;

/**
 * When newcomers are turned away so that those who are there are served well. Each figure has two
 * marks: above the first for a while, and nobody new is let in; below the second for a while, and
 * all are again.
 *
 * @param enabled whether anybody is turned away at all; it is measured in any case
 * @param lag how late those are told who wait for their turn
 * @param lagClear below {@code lag}
 * @param heap the part of the heap that collections leave, 0 to 1
 * @param heapClear below {@code heap}
 * @param after for how long a figure must be above its first mark; zero for at once
 * @param calm for how long it must be below its second; zero for at once
 * @param retry who is turned away comes back after this time or up to twice of it
 */
public record AdmissionSettings(
    boolean enabled,
    Duration lag,
    Duration lagClear,
    double heap,
    double heapClear,
    Duration after,
    Duration calm,
    Duration retry)
    implements Settings {

  private static final String LAG_CLEAR = "petstore.admission.lag-clear-millis";
  private static final String HEAP_CLEAR = "petstore.admission.heap-clear-percent";

  /**
   * Reads {@code petstore.admission.*}.
   *
   * @throws InvalidSetting also when a second mark does not lie below its first
   */
  public static AdmissionSettings from(SettingsReader reader) {
    int lag = reader.integer("petstore.admission.lag-millis", 2_000, 20, 60_000);
    int heap = reader.integer("petstore.admission.heap-percent", 85, 10, 99);
    return new AdmissionSettings(
        reader.truth("petstore.admission.enabled", true),
        Duration.ofMillis(lag),
        Duration.ofMillis(reader.integer(LAG_CLEAR, Math.min(500, lag / 2), 1, lag - 1)),
        heap / 100.0,
        reader.integer(HEAP_CLEAR, Math.min(75, heap - 5), 1, heap - 1) / 100.0,
        Duration.ofMillis(reader.integer("petstore.admission.after-millis", 1_000, 0, 60_000)),
        Duration.ofMillis(reader.integer("petstore.admission.calm-millis", 3_000, 0, 600_000)),
        reader.seconds("petstore.admission.retry-seconds", 5, 1, 300));
  }
}
