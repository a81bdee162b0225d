package com.petstoreapi.edge.rest;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a request whose head cannot be read, such as {@code ?x=%zz} or {@code Accept: a/b;q=nan}.
 * RESTEasy finds out while it looks for the resource, and throws unchecked exceptions of any kind.
 */
@Provider
@PreMatching
public class HeadCheck implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    try {
      request.getUriInfo().getRequestUri();
      request.getAcceptableMediaTypes().forEach(HeadCheck::requireWeight);
      if (request.getMediaType() != null) {
        requireWeight(request.getMediaType());
      }
    } catch (RuntimeException e) {
      throw Refusal.invalid("The address or a header cannot be read.");
    }
  }

  /** From 0 to 1 (RFC 9110, section 12.4.2). */
  private static void requireWeight(MediaType type) {
    float weight = Float.parseFloat(type.getParameters().getOrDefault("q", "1"));
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight of " + weight);
    }
  }
}
