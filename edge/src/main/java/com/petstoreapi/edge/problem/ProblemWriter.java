package com.petstoreapi.edge.problem;

import com.petstoreapi.edge.logging.RequestId;
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
    String id = RequestId.of(request, response);
    if (ComeBack.fits(refusal, request.getHeader("Accept"))) {
      response.setHeader("Cache-Control", "no-store");
      byte[] stream = ComeBack.of(refusal, path, id);
      write(HttpServletResponse.SC_OK, ComeBack.MEDIA_TYPE, stream, response);
    } else {
      write(refusal, path, id, response);
    }
  }

  static void write(
      Refusal refusal, String instance, String requestId, HttpServletResponse response) {
    Object retryAfter = refusal.members().get("retryAfterSeconds");
    if (retryAfter != null) {
      response.setHeader("Retry-After", retryAfter.toString());
    }
    byte[] body = Problem.of(refusal, instance, requestId).getBytes(StandardCharsets.UTF_8);
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
