package com.petstoreapi.edge.tracing;

import com.petstoreapi.realtime.tracing.Step;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.atomic.AtomicBoolean;

/** A step that is followed. */
final class SpanStep implements Step {
  private final Span span;
  private final String trace;
  private final AtomicBoolean over = new AtomicBoolean();

  SpanStep(Span span) {
    this.span = span;
    this.trace = TraceParent.write(span.getSpanContext());
  }

  @Override
  public String trace() {
    return trace;
  }

  @Override
  public Current makeCurrent() {
    return span.makeCurrent()::close;
  }

  @Override
  public void end() {
    if (over.compareAndSet(false, true)) {
      span.end();
    }
  }

  /**
   * Why is in the log, not here: an exception's text may say more than whoever reads traces may
   * know.
   */
  @Override
  public void fail() {
    if (over.compareAndSet(false, true)) {
      span.setStatus(StatusCode.ERROR);
      span.end();
    }
  }
}
