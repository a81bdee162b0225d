package com.petstoreapi.edge.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/**
 * Writes down who did what to whom, and what came of it: one line for each call, to a logger of its
 * own. Paths are as they came, so they bear no control characters; of queries nothing is written.
 */
@Provider
@Audited
public class AuditLog implements ContainerResponseFilter {
  /** The logger's name; it cannot be changed at run time. */
  public static final String LOGGER = "com.petstoreapi.audit";

  private static final System.Logger LOG = System.getLogger(LOGGER);
  private static final int MOST_OF_A_PATH = 256;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Principal user = request.getSecurityContext().getUserPrincipal();
    String path = request.getUriInfo().getRequestUri().getRawPath();
    LOG.log(
        System.Logger.Level.INFO,
        "who={0} what={1} whom={2} outcome={3}",
        user == null ? "-" : user.getName(),
        request.getMethod(),
        path.length() > MOST_OF_A_PATH ? path.substring(0, MOST_OF_A_PATH) + "…" : path,
        Integer.toString(response.getStatus()));
  }
}
