package com.petstoreapi.edge.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTelemetryTracingTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Tracing tracing = sampling(Sampler.parentBased(Sampler.alwaysOn()));

  @Test
  void aCommitBelongsToTheFirstOfItsCommandsAndIsLinkedToTheRest() {
    Step ann = tracing.begin(Stage.COMMAND, "auction/rex");
    Step bob = tracing.begin(Stage.COMMAND, "auction/rex");
    tracing.follow(Stage.COMMIT, "auction/rex", 2, List.of(ann.trace(), bob.trace())).end();
    ann.end();
    bob.end();
    SpanData commit = finished("commit");
    assertThat(commit.getParentSpanContext().getSpanId()).isEqualTo(ann.trace().split("-")[2]);
    assertThat(commit.getTraceId()).isEqualTo(ann.trace().split("-")[1]);
    assertThat(commit.getLinks())
        .extracting(LinkData::getSpanContext)
        .extracting(link -> link.getTraceId() + "-" + link.getSpanId())
        .containsExactly(bob.trace().substring(3, 52));
    assertThat(commit.getAttributes().asMap().toString())
        .contains("petstore.node=n1", "petstore.stream=auction/rex", "petstore.size=2");
  }

  @Test
  void aCommandBelongsToTheRequestThatItCameWith() {
    Step request = tracing.begin(Stage.OUTBOX, "outbox");
    try (Step.Current current = request.makeCurrent()) {
      assertThat(Span.current().getSpanContext().isValid()).isTrue();
      tracing.begin(Stage.COMMAND, "s").end();
      assertThat(current).isNotNull();
    }
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(finished("command").getParentSpanId()).isEqualTo(request.trace().split("-")[2]);
  }

  @Test
  void whatIsNotSampledLeavesNoTraceAnywhere() {
    Tracing none = sampling(Sampler.alwaysOff());
    Step command = none.begin(Stage.COMMAND, "s");
    assertThat(command.trace()).isEmpty();
    assertThat(none.follow(Stage.COMMIT, "s", 1, List.of(command.trace()))).isSameAs(Step.NONE);
  }

  @Test
  void whatIsMalformedIsPassedOver() {
    Step command = tracing.begin(Stage.COMMAND, "s");
    List<String> causes = List.of("", "x", "00-0-0-01", command.trace());
    tracing.follow(Stage.COMMIT, "s", 4, causes).end();
    assertThat(finished("commit").getTraceId()).isEqualTo(command.trace().split("-")[1]);
    assertThat(tracing.follow(Stage.COMMIT, "s", 1, List.of("x"))).isSameAs(Step.NONE);
  }

  @Test
  void whatHasFailedSaysSoOnce() {
    Step command = tracing.begin(Stage.COMMAND, "s");
    command.fail();
    command.end();
    assertThat(finished("command").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  private SpanData finished(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Tracing sampling(Sampler sampler) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .setSampler(sampler)
            .build();
    return new OpenTelemetryTracing(provider.get("test"), "n1");
  }
}
