package com.petstoreapi.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What pages may do, where the server's own headers, made for data, would allow nothing. */
@WebFilter("/*")
public class PageHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Places places;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self' %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                .formatted(places.connectSources()));
    response.setHeader("Cache-Control", "no-cache"); // kept, but asked for at each use
    chain.doFilter(request, response);
  }
}
