package com.petstoreapi.edge.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a service has streams and sockets: there, and nowhere else, a ticket lets somebody in.
 *
 * @param patterns each matches the whole of a path
 */
public record StreamPaths(List<Pattern> patterns) {
  public StreamPaths {
    patterns = List.copyOf(patterns);
  }

  /** Paths by regular expressions, each for the whole of a path. */
  public static StreamPaths of(String... expressions) {
    return new StreamPaths(Stream.of(expressions).map(Pattern::compile).toList());
  }

  boolean areOpenedBy(HttpServletRequest request) {
    String path = request.getRequestURI();
    return isSafe(request.getMethod())
        && patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }
}
