package com.petstoreapi.edge.metrics;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Where figures are told. What it is given it asks for their values whenever it needs them. */
interface Sink {
  /**
   * @param value goes up and down; not a number as long as nobody knows
   */
  void gauge(String name, String description, List<Label> labels, Supplier<? extends Number> value);

  /**
   * @param value never goes down
   */
  void counter(String name, String description, List<Label> labels, LongSupplier value);
}
