package com.petstoreapi.edge.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Tells figures at {@code /metrics}. A registry's counter cannot be asked for elsewhere, so each is
 * brought up to what was counted, once a second: nothing on the path of an event waits for it.
 */
public final class RegistrySink implements Sink {
  private static final System.Logger LOG = System.getLogger(RegistrySink.class.getName());

  private final MetricRegistry registry;
  private final List<Followed> counters = new CopyOnWriteArrayList<>();

  public RegistrySink(MetricRegistry registry) {
    this.registry = registry;
  }

  /** Brings the counters up to date. By one thread at a time. */
  public void bringUpToDate() {
    counters.forEach(Followed::follow);
  }

  @Override
  public void gauge(
      String name, String description, List<Label> labels, Supplier<? extends Number> value) {
    Supplier<Number> numbers = value::get;
    registry.gauge(metadata(name, description), numbers, tags(labels));
  }

  @Override
  public void counter(String name, String description, List<Label> labels, LongSupplier value) {
    Counter counter = registry.counter(metadata(name, description), tags(labels));
    counters.add(new Followed(name, counter, value));
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.NONE)
        .build();
  }

  private static Tag[] tags(List<Label> labels) {
    return labels.stream().map(label -> new Tag(label.name(), label.value())).toArray(Tag[]::new);
  }

  private static final class Followed {
    private final String name;
    private final Counter counter;
    private final LongSupplier value;
    private long told;
    private boolean failing;

    Followed(String name, Counter counter, LongSupplier value) {
      this.name = name;
      this.counter = counter;
      this.value = value;
    }

    /** The others are told whatever becomes of this one; the log has one line, not one a second. */
    void follow() {
      try {
        bringUpToDate();
        failing = false;
      } catch (RuntimeException | LinkageError e) {
        if (!failing) {
          LOG.log(System.Logger.Level.ERROR, "a figure cannot be told: " + name, e);
        }
        failing = true;
      }
    }

    private void bringUpToDate() {
      long now = value.getAsLong();
      if (now > told) {
        counter.inc(now - told);
        told = now;
      }
    }
  }
}
