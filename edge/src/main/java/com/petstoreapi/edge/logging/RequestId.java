package com.petstoreapi.edge.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * By what a request is found in the log: the client's own {@code X-Request-Id}, or one that is
 * made. Each answer bears it.
 */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The request's id, always the same; sets the answer's header. */
  public static String of(HttpServletRequest request, HttpServletResponse response) {
    String id = of(request);
    if (!response.isCommitted()) {
      response.setHeader(HEADER, id); // again: an error page begins with no headers
    }
    return id;
  }

  /** The same for who cannot set headers. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id = choose(request.getHeader(HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** What does not fit is not repeated anywhere, neither in an answer nor in the log. */
  private static String choose(String offered) {
    return offered != null && FIT.matcher(offered).matches() ? offered : make();
  }

  /** Need not be hard to guess: it opens nothing. */
  private static String make() {
    ThreadLocalRandom dice = ThreadLocalRandom.current();
    return new UUID(dice.nextLong(), dice.nextLong()).toString();
  }
}
