package com.petstoreapi.edge.tracing;

import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;

/** Steps as spans of OpenTelemetry. Whether a way is followed is for its sampler to say. */
public final class OpenTelemetryTracing implements Tracing {
  private static final AttributeKey<String> NODE = AttributeKey.stringKey("petstore.node");
  private static final AttributeKey<String> STREAM = AttributeKey.stringKey("petstore.stream");
  private static final AttributeKey<Long> SIZE = AttributeKey.longKey("petstore.size");

  private final Tracer tracer;
  private final String node;

  /**
   * @param node this one's name among those of its service
   */
  public OpenTelemetryTracing(Tracer tracer, String node) {
    this.tracer = tracer;
    this.node = node;
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Step begin(Stage stage, String stream) {
    return start(span(stage, stream, 1));
  }

  @Override
  public Step follow(Stage stage, String stream, int size, List<String> causes) {
    List<SpanContext> sampled =
        causes.stream()
            .filter(cause -> !cause.isEmpty())
            .map(TraceParent::read)
            .filter(SpanContext::isSampled)
            .toList();
    if (sampled.isEmpty()) {
      return Step.NONE;
    }
    SpanBuilder span =
        span(stage, stream, size).setParent(Context.root().with(Span.wrap(sampled.get(0))));
    sampled.stream().skip(1).forEach(span::addLink);
    return start(span);
  }

  private SpanBuilder span(Stage stage, String stream, int size) {
    return tracer
        .spanBuilder(nameOf(stage))
        .setSpanKind(kindOf(stage))
        .setAttribute(NODE, node)
        .setAttribute(STREAM, stream)
        .setAttribute(SIZE, (long) size);
  }

  private static Step start(SpanBuilder builder) {
    Span span = builder.startSpan();
    return span.getSpanContext().isSampled() ? new SpanStep(span) : Step.NONE;
  }

  private static String nameOf(Stage stage) {
    return switch (stage) {
      case COMMAND -> "command";
      case COMMIT -> "commit";
      case BELL_SENT -> "bell sent";
      case BELL_HEARD -> "bell heard";
      case FIRST_DELIVERY -> "first delivery";
      case OUTBOX -> "outbox delivery";
    };
  }

  private static SpanKind kindOf(Stage stage) {
    return switch (stage) {
      case BELL_SENT -> SpanKind.PRODUCER;
      case BELL_HEARD -> SpanKind.CONSUMER;
      case COMMAND, COMMIT, FIRST_DELIVERY, OUTBOX -> SpanKind.INTERNAL;
    };
  }
}
