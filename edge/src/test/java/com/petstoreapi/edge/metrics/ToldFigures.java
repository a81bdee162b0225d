package com.petstoreapi.edge.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes figures down by name and the values of their labels. */
final class ToldFigures implements Sink {
  private final Map<String, Supplier<? extends Number>> gauges = new TreeMap<>();
  private final Map<String, LongSupplier> counters = new TreeMap<>();

  @Override
  public void gauge(
      String name, String description, List<Label> labels, Supplier<? extends Number> value) {
    gauges.put(name + valuesOf(labels), value);
  }

  @Override
  public void counter(String name, String description, List<Label> labels, LongSupplier value) {
    counters.put(name + valuesOf(labels), value);
  }

  /** What they are now. */
  Map<String, Double> gauges() {
    Map<String, Double> now = new TreeMap<>();
    gauges.forEach((name, value) -> now.put(name, value.get().doubleValue()));
    return now;
  }

  Map<String, Long> counters() {
    Map<String, Long> now = new TreeMap<>();
    counters.forEach((name, value) -> now.put(name, value.getAsLong()));
    return now;
  }

  private static String valuesOf(List<Label> labels) {
    return labels.stream().map(Label::value).collect(Collectors.joining(",", "{", "}"));
  }
}
