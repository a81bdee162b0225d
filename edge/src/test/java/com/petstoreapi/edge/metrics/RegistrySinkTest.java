package com.petstoreapi.edge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

class RegistrySinkTest {
  private final CountedHere counter = new CountedHere();
  private final RegistrySink sink = new RegistrySink(registryOf(counter));
  private final AtomicLong value = new AtomicLong();

  @Test
  void aCounterFollowsWhatWasCounted() {
    sink.counter("petstore_bids_total", "bids", List.of(), value::get);
    value.set(5);
    sink.bringUpToDate();
    assertThat(counter.count).isEqualTo(5);
    sink.bringUpToDate();
    assertThat(counter.count).isEqualTo(5);
    value.set(7);
    sink.bringUpToDate();
    assertThat(counter.count).isEqualTo(7);
  }

  /** A counter that went down would look like a restart of the node. */
  @Test
  void aCounterNeverGoesDown() {
    sink.counter("petstore_bids_total", "bids", List.of(), value::get);
    value.set(5);
    sink.bringUpToDate();
    value.set(3);
    sink.bringUpToDate();
    assertThat(counter.count).isEqualTo(5);
  }

  @Test
  void aCounterThatFailsHoldsUpNoOther() {
    sink.counter(
        "petstore_broken_total",
        "broken",
        List.of(),
        () -> {
          throw new NoClassDefFoundError("jakarta/jms/Destination");
        });
    sink.counter("petstore_bids_total", "bids", List.of(), value::get);
    value.set(5);
    sink.bringUpToDate();
    assertThat(counter.count).isEqualTo(5);
  }

  private static MetricRegistry registryOf(Counter counter) {
    return (MetricRegistry)
        Proxy.newProxyInstance(
            MetricRegistry.class.getClassLoader(),
            new Class<?>[] {MetricRegistry.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("counter");
              return counter;
            });
  }

  private static final class CountedHere implements Counter {
    private long count;

    @Override
    public void inc() {
      count++;
    }

    @Override
    public void inc(long times) {
      count += times;
    }

    @Override
    public long getCount() {
      return count;
    }
  }
}
