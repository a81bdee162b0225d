package com.petstoreapi.edge.operations;

import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Puts figures up at {@code /metrics} that are asked for when somebody looks. */
public final class Gauges {
  private final MetricRegistry registry;

  public Gauges(MetricRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param name bears the unit, where there is one
   * @param value must not block for long
   */
  public <T extends Number> void add(String name, String description, Supplier<T> value) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, value);
  }
}
