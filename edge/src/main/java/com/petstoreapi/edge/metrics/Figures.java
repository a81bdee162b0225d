package com.petstoreapi.edge.metrics;

import com.petstoreapi.realtime.figures.Histogram;
import com.petstoreapi.realtime.figures.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gives figures their names and tells them wherever they are asked for. To be called while the
 * service starts. Values are asked for by threads of whoever looks, and must not block for long.
 */
public final class Figures {
  private final List<Sink> sinks = new ArrayList<>();
  private final List<Consumer<Sink>> told = new ArrayList<>();

  Figures(Sink first) {
    sinks.add(first);
  }

  /** Those of a node at {@code /metrics}. */
  public static Figures at(RegistrySink registry) {
    return new Figures(registry);
  }

  /** Tells another one all that was and will be named here. */
  synchronized void tell(Sink another) {
    sinks.add(another);
    told.forEach(figure -> figure.accept(another));
  }

  /**
   * A value that goes up and down.
   *
   * @param name bears the unit, where there is one
   */
  public void gauge(
      String name, String description, Supplier<? extends Number> value, Label... labels) {
    List<Label> all = List.of(labels);
    add(sink -> sink.gauge(name, description, all, value));
  }

  /**
   * Something that is counted since the start of the node.
   *
   * @param name ends in {@code _total}
   */
  public void counter(String name, String description, LongSupplier value, Label... labels) {
    if (!name.endsWith("_total")) {
      throw new IllegalArgumentException("a counter that does not end in _total: " + name);
    }
    List<Label> all = List.of(labels);
    add(sink -> sink.counter(name, description, all, value));
  }

  /**
   * Requests, messages or connections that were refused to those who had as much as they may have.
   *
   * @param quota which bound it was
   */
  public void quota(String quota, LongSupplier refused) {
    counter(
        "petstore_quota_refusals_total",
        "what was refused to those who had as much as they may have",
        refused,
        new Label("quota", quota));
  }

  /** A counter for each kind of a tally. */
  public <E extends Enum<E>> void tally(
      String name, String description, String label, Tally<E> tally, Label... others) {
    for (E kind : tally.kinds()) {
      List<Label> labels = new ArrayList<>(List.of(others));
      labels.add(Label.of(label, kind));
      counter(name, description, () -> tally.of(kind), labels.toArray(Label[]::new));
    }
  }

  /**
   * The three parts of a Prometheus histogram: {@code name_bucket}, {@code name_sum} and {@code
   * name_count}. To the registry they are gauges, as it takes no histogram in that was counted
   * elsewhere; a query makes no difference between the two.
   */
  public void histogram(String name, String description, Histogram histogram) {
    String bucket = name + "_bucket";
    for (int i = 0; i < histogram.sizes(); i++) {
      int size = i;
      Label label = new Label("le", plain(histogram.bound(size)));
      gauge(bucket, description, () -> histogram.countUpTo(size), label);
    }
    gauge(bucket, description, histogram::count, new Label("le", "+Inf"));
    gauge(name + "_sum", description, histogram::sum);
    gauge(name + "_count", description, histogram::count);
  }

  private synchronized void add(Consumer<Sink> figure) {
    told.add(figure);
    sinks.forEach(figure);
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}
