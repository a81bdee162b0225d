package com.petstoreapi.edge.settings;

/**
 * Whether commands are followed. All else about it (where to, how many) is OpenTelemetry's own
 * affair, set by the same keys.
 */
public record TracingSettings(boolean on) implements Settings {
  /** Reads {@code otel.sdk.disabled} and {@code otel.traces.exporter}. */
  public static TracingSettings from(SettingsReader reader) {
    boolean exported = !reader.text("otel.traces.exporter").orElse("otlp").equals("none");
    return new TracingSettings(exported && !reader.truth("otel.sdk.disabled", true));
  }
}
