package com.petstoreapi.edge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.groups.Tuple.tuple;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeterSinkTest {
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider provider =
      SdkMeterProvider.builder().registerMetricReader(reader).build();
  private final MeterSink sink = new MeterSink(provider.get("test"));

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aGaugeIsAskedAtEachExport() {
    AtomicLong open = new AtomicLong(3);
    sink.gauge("petstore_connections_open", "open", List.of(), open::get);
    assertThat(gauge("petstore_connections_open")).containsExactly(3.0);
    open.set(1);
    assertThat(gauge("petstore_connections_open")).containsExactly(1.0);
  }

  @Test
  void aGaugeOfWhichNobodyKnowsIsLeftOut() {
    sink.gauge("petstore_chat_waiting", "chats", List.of(), () -> Double.NaN);
    assertThat(reader.collectAllMetrics()).isEmpty();
  }

  @Test
  void linesOfOneCounterAreToldTogether() {
    sink.counter("petstore_bids_total", "bids", List.of(new Label("outcome", "accepted")), () -> 5);
    sink.counter("petstore_bids_total", "bids", List.of(new Label("outcome", "too-low")), () -> 2);
    MetricData bids = reader.collectAllMetrics().iterator().next();
    assertThat(bids.getName()).isEqualTo("petstore_bids_total");
    assertThat(bids.getLongSumData().isMonotonic()).isTrue();
    assertThat(bids.getLongSumData().getPoints())
        .extracting(point -> point.getAttributes().get(OUTCOME), LongPointData::getValue)
        .containsExactlyInAnyOrder(tuple("accepted", 5L), tuple("too-low", 2L));
  }

  @Test
  void whereOpenTelemetryIsOffNobodyIsAsked() {
    MeterSink off = new MeterSink(OpenTelemetry.noop().getMeter("test"));
    assertThatCode(
            () ->
                off.counter(
                    "petstore_bids_total",
                    "bids",
                    List.of(),
                    () -> {
                      throw new AssertionError("asked");
                    }))
        .doesNotThrowAnyException();
  }

  private List<Double> gauge(String name) {
    return reader.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .flatMap(metric -> metric.getDoubleGaugeData().getPoints().stream())
        .map(DoublePointData::getValue)
        .toList();
  }
}
