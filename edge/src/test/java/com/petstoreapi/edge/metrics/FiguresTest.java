package com.petstoreapi.edge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.figures.Histogram;
import com.petstoreapi.realtime.figures.Tally;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final ToldFigures told = new ToldFigures();
  private final Figures figures = new Figures(told);

  @Test
  void aGaugeIsAskedWhenSomebodyLooks() {
    AtomicInteger open = new AtomicInteger(3);
    figures.gauge("petstore_connections_open", "open", open::get, new Label("transport", "sse"));
    assertThat(told.gauges()).containsExactly(Map.entry("petstore_connections_open{sse}", 3.0));
    open.set(1);
    assertThat(told.gauges()).containsExactly(Map.entry("petstore_connections_open{sse}", 1.0));
  }

  @Test
  void aTallyHasALineForEachKindBeforeAnythingWasCounted() {
    Tally<CloseCause> closed = new Tally<>(CloseCause.class);
    figures.tally(
        "petstore_closed_total", "closed", "cause", closed, new Label("transport", "sse"));
    assertThat(told.counters()).hasSize(CloseCause.values().length);
    closed.add(CloseCause.TOO_SLOW);
    assertThat(told.counters()).containsEntry("petstore_closed_total{sse,too-slow}", 1L);
    assertThat(told.counters()).containsEntry("petstore_closed_total{sse,gone}", 0L);
  }

  @Test
  void aHistogramIsToldAsPrometheusWantsIt() {
    Histogram lag = new Histogram(1_000, 0.005, 0.1, 10);
    figures.histogram("petstore_lag_seconds", "lag", lag);
    lag.record(50);
    lag.record(20_000);
    assertThat(told.gauges())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "petstore_lag_seconds_bucket{0.005}", 0.0,
                    "petstore_lag_seconds_bucket{0.1}", 1.0,
                    "petstore_lag_seconds_bucket{10}", 1.0,
                    "petstore_lag_seconds_bucket{+Inf}", 2.0,
                    "petstore_lag_seconds_count{}", 2.0,
                    "petstore_lag_seconds_sum{}", 20.05)));
  }

  @Test
  void whoComesLaterIsToldAllThatWasNamedBefore() {
    figures.gauge("petstore_before", "before", () -> 1);
    ToldFigures late = new ToldFigures();
    figures.tell(late);
    figures.quota("writes", () -> 7);
    assertThat(late.gauges()).containsOnlyKeys("petstore_before{}");
    assertThat(late.counters())
        .containsExactly(Map.entry("petstore_quota_refusals_total{writes}", 7L));
    assertThat(told.counters()).isEqualTo(late.counters());
  }

  @Test
  void aCounterIsNamedAsOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figures.counter("petstore_bids", "bids", () -> 1));
  }
}
