package com.petstoreapi.edge.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;

/**
 * One request for a stream, as JAX-RS hands it to a resource method.
 *
 * @param sink the container's sink: it commits the response and is not used again
 */
public record SseExchange(
    SseEventSink sink, Sse sse, HttpServletRequest request, HttpServletResponse response) {
  /** What a resource method produces. */
  public static final String MEDIA_TYPE = "text/event-stream;charset=UTF-8";

  /** Sets the headers that every stream bears, for GET and HEAD. */
  public static void setHeaders(HttpServletResponse response) {
    response.setContentType(MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
    response.setHeader("X-Accel-Buffering", "no");
  }

  /**
   * Sends the headers and a first comment, and takes the response over from JAX-RS.
   *
   * @param padding the comment's length in bytes
   */
  Taken begin(int padding) throws IOException {
    setHeaders(response);
    // With the smallest buffer every write leaves at once as one chunk, without a flush.
    response.setBufferSize(1);
    sink.send(sse.newEventBuilder().comment(" ".repeat(padding)).build());
    AsyncContext async = request.getAsyncContext();
    async.setTimeout(0);
    // The container's own stream: the one that JAX-RS injects looks up its thread's request each
    // time.
    ServletOutputStream output = async.getResponse().getOutputStream();
    return new Taken(async, output, ResponseBuffers.of(output));
  }

  /** A response that is ours to write and to end. */
  record Taken(AsyncContext async, ServletOutputStream output, ResponseBuffers buffers) {
    /** Returns when it has left; may block. */
    void write(byte[] bytes) throws IOException {
      output.write(bytes);
      buffers.release();
    }
  }
}
