package com.petstoreapi.notification.platform;

import com.petstoreapi.edge.settings.Settings;
import com.petstoreapi.edge.settings.SettingsReader;
import java.time.Duration;

/**
 * How sales are told of.
 *
 * @param stockApart the least time between two events that tell what is left of one article
 */
record SaleSettings(Duration stockApart) implements Settings {
  private static final int SECOND_MILLIS = 1_000;

  /** Reads {@code petstore.sale.*}. */
  static SaleSettings from(SettingsReader reader) {
    int perSecond = reader.integer("petstore.sale.stock-events-per-second", 5, 1, 100);
    return new SaleSettings(Duration.ofMillis((SECOND_MILLIS + perSecond - 1) / perSecond));
  }
}
