package com.petstoreapi.edge.problem;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers with a problem where there is no JAX-RS: in the handshake and for the container. */
public final class ProblemWriter {
  private ProblemWriter() {}

  public static void write(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI();
    if (ComeBack.fits(refusal, request.getHeader("Accept"))) {
      response.setHeader("Cache-Control", "no-store");
      write(HttpServletResponse.SC_OK, ComeBack.MEDIA_TYPE, ComeBack.of(refusal, path), response);
    } else {
      write(refusal, path, response);
    }
  }

  static void write(Refusal refusal, String instance, HttpServletResponse response) {
    Object retryAfter = refusal.members().get("retryAfterSeconds");
    if (retryAfter != null) {
      response.setHeader("Retry-After", retryAfter.toString());
    }
    byte[] body = Problem.of(refusal, instance).getBytes(StandardCharsets.UTF_8);
    write(refusal.code().status(), Problem.MEDIA_TYPE, body, response);
  }

  private static void write(
      int status, String mediaType, byte[] body, HttpServletResponse response) {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
