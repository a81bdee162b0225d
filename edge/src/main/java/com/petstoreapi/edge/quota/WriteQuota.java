package com.petstoreapi.edge.quota;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Set;

/**
 * Bounds the rate of requests that change something: for each user, or for each address where
 * nobody is signed in. It comes before the body is read.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class WriteQuota implements ContainerRequestFilter {
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Inject private RateLimit limit;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext exchange) {
    if (!SAFE.contains(exchange.getMethod())) {
      Principal user = exchange.getSecurityContext().getUserPrincipal();
      limit.pass(user == null ? "address " + request.getRemoteAddr() : "user " + user.getName());
    }
  }
}
