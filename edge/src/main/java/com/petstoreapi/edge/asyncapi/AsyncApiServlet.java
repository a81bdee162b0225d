package com.petstoreapi.edge.asyncapi;

import com.petstoreapi.edge.problem.ProblemWriter;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Sha256;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Gives out the service's {@link AsyncApiDocument}, to everybody, as {@code /openapi} is. */
public class AsyncApiServlet extends HttpServlet {
  /** As AsyncAPI has registered it. */
  static final String MEDIA_TYPE = "application/vnd.aai.asyncapi+json;version=3.0.0";

  private static final long serialVersionUID = 1L;
  private static final int TAG_BYTES = 12;

  private transient byte[] document;
  private transient String tag;

  @Override
  public void init() {
    document = AsyncApiDocument.read().toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = Arrays.copyOf(Sha256.of(document), TAG_BYTES);
    tag = '"' + Base64.getUrlEncoder().encodeToString(digest) + '"';
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "GET" -> answer(request, response, document);
      case "HEAD" -> answer(request, response, new byte[0]);
      default -> {
        response.setHeader("Allow", "GET, HEAD");
        Refusal refusal =
            new Refusal(
                ErrorCode.METHOD_NOT_ALLOWED, "The document can be read, and nothing else.");
        ProblemWriter.write(refusal, request, response);
      }
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache"); // kept, but asked for before each use
    if (isKnown(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(document.length);
    response.getOutputStream().write(body);
  }

  /** RFC 9110, section 13.1.2: a list of tags, perhaps weak ones, or a star. */
  private boolean isKnown(String tags) {
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }
}
