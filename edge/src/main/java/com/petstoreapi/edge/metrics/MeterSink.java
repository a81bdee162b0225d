package com.petstoreapi.edge.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells figures over OpenTelemetry, under the names that they have at {@code /metrics}: whoever
 * exports asks for them. As long as OpenTelemetry is off its meter does nothing.
 */
final class MeterSink implements Sink {
  private final Meter meter;

  MeterSink(Meter meter) {
    this.meter = meter;
  }

  @Override
  public void gauge(
      String name, String description, List<Label> labels, Supplier<? extends Number> value) {
    Attributes attributes = attributes(labels);
    meter
        .gaugeBuilder(name)
        .setDescription(description)
        .buildWithCallback(
            told -> {
              double now = value.get().doubleValue();
              if (!Double.isNaN(now)) {
                told.record(now, attributes);
              }
            });
  }

  @Override
  public void counter(String name, String description, List<Label> labels, LongSupplier value) {
    Attributes attributes = attributes(labels);
    meter
        .counterBuilder(name)
        .setDescription(description)
        .buildWithCallback(told -> told.record(value.getAsLong(), attributes));
  }

  private static Attributes attributes(List<Label> labels) {
    AttributesBuilder attributes = Attributes.builder();
    labels.forEach(label -> attributes.put(label.name(), label.value()));
    return attributes.build();
  }
}
