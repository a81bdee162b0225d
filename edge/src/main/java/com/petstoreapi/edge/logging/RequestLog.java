package com.petstoreapi.edge.logging;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives each request its id, and lets the lines that its thread logs bear it. */
public class RequestLog extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  @SuppressWarnings("try")
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    About about = About.request(RequestId.of(request, response));
    try (LogContext.Span span = LogContext.enter(about)) {
      chain.doFilter(request, response);
    }
  }
}
