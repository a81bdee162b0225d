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
    write(refusal, request.getRequestURI(), response);
  }

  static void write(Refusal refusal, String instance, HttpServletResponse response) {
    byte[] body = Problem.of(refusal, instance).getBytes(StandardCharsets.UTF_8);
    response.setStatus(refusal.code().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    Object retryAfter = refusal.members().get("retryAfterSeconds");
    if (retryAfter != null) {
      response.setHeader("Retry-After", retryAfter.toString());
    }
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
