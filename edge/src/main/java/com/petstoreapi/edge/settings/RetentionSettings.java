package com.petstoreapi.edge.settings;

import java.time.Duration;

/**
 * How long events are kept.
 *
 * @param kept those that are older go
 * @param events so many of each stream stay at most
 * @param every how often it is looked for what may go
 */
public record RetentionSettings(Duration kept, int events, Duration every) implements Settings {

  /** Reads {@code petstore.retention.*}. */
  public static RetentionSettings from(SettingsReader reader) {
    return new RetentionSettings(
        Duration.ofHours(reader.integer("petstore.retention.hours", 168, 1, 876_000)),
        reader.integer("petstore.retention.events", 10_000_000, 100, Integer.MAX_VALUE),
        reader.seconds("petstore.retention.every-seconds", 60, 1, 86_400));
  }
}
