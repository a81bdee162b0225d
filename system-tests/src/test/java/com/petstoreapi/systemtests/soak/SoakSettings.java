package com.petstoreapi.systemtests.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a soak is to be, by system properties.
 *
 * @param lasting how long the crowd stays, 1 to 50 minutes: the crowd's tokens are good for an hour
 * @param seed where all dice begin
 * @param prometheus whether a Prometheus is to look on, and its dashboard to be drawn
 * @param output where the figures go
 * @param repository the root of the work tree
 */
record SoakSettings(Duration lasting, long seed, boolean prometheus, Path output, Path repository) {
  private static final int LEAST_MINUTES = 1;
  private static final int MOST_MINUTES = 50;

  SoakSettings {
    if (lasting.toMinutes() < LEAST_MINUTES || lasting.toMinutes() > MOST_MINUTES) {
      throw new IllegalArgumentException(
          "petstore.soak.minutes is %d to %d".formatted(LEAST_MINUTES, MOST_MINUTES));
    }
  }

  static SoakSettings ofThisProcess() {
    return new SoakSettings(
        Duration.ofMinutes(Integer.getInteger("petstore.soak.minutes", 30)),
        Long.getLong("petstore.soak.seed", 20261126L),
        Boolean.getBoolean("petstore.soak.prometheus"),
        Path.of("target", "soak").toAbsolutePath(),
        Path.of(System.getProperty("petstore.root", "..")).toAbsolutePath().normalize());
  }

  /** When the servers count as warm: after 5 minutes, or a third of a shorter soak. */
  Duration warm() {
    Duration third = lasting.dividedBy(3);
    Duration fiveMinutes = Duration.ofMinutes(5);
    return third.compareTo(fiveMinutes) < 0 ? third : fiveMinutes;
  }

  /**
   * How often what lives on the heaps is counted, which collects the garbage and takes a second.
   */
  Duration betweenCollections() {
    return lasting.dividedBy(10);
  }
}
