package com.petstoreapi.edge.tracing;

import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes off a request's span what is nobody's business: its query, in which there may be a ticket,
 * and where it comes from. The server puts them there in a filter of its own, before this one.
 */
@Provider
@Priority(Priorities.USER + 1)
public class SpanPrivacy implements ContainerRequestFilter {
  private static final String WITHHELD = "withheld";

  @Override
  public void filter(ContainerRequestContext request) {
    Span span = Span.current();
    if (span.isRecording()) {
      span.setAttribute("url.query", WITHHELD);
      span.setAttribute("client.address", WITHHELD);
    }
  }
}
