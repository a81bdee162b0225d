package com.petstoreapi.edge.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;

/** Spans as text: the header {@code traceparent} of W3C Trace Context. */
final class TraceParent {
  private static final String HEADER = "traceparent";
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<String> READER = new Reader();

  private TraceParent() {}

  static String write(SpanContext span) {
    String[] text = {""};
    W3C.inject(
        Context.root().with(Span.wrap(span)),
        text,
        (carrier, name, value) -> {
          if (name.equals(HEADER)) {
            carrier[0] = value;
          }
        });
    return text[0];
  }

  /** Invalid, and so not sampled, for what is none. */
  static SpanContext read(String text) {
    return Span.fromContext(W3C.extract(Context.root(), text, READER)).getSpanContext();
  }

  /** A carrier of one header: the text itself. */
  private static final class Reader implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String carrier) {
      return Map.of(HEADER, carrier).keySet();
    }

    @Override
    public String get(String carrier, String name) {
      return name.equals(HEADER) ? carrier : null;
    }
  }
}
