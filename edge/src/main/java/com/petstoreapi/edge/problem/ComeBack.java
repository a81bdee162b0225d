package com.petstoreapi.edge.problem;

import com.petstoreapi.realtime.failure.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A refusal for the browser's {@code EventSource}, which gives up for good on any status but 200
 * (WHATWG HTML, 9.2.3): a stream that says when to come back, why, and ends. For refusals that may
 * be over by then; the others are meant to stop it.
 */
final class ComeBack {
  static final String MEDIA_TYPE = "text/event-stream;charset=UTF-8";
  private static final long SOME_SECONDS = 5;

  private ComeBack() {}

  /**
   * Whether this is how to tell it.
   *
   * @param accept the request's header, or null
   */
  static boolean fits(Refusal refusal, String accept) {
    return refusal.code().retryable() && accept != null && accept.contains("text/event-stream");
  }

  /** The stream: without an id, so that the browser still knows where it was. */
  static byte[] of(Refusal refusal, String instance, String requestId) {
    return "retry: %d\n\nevent: refused\ndata: %s\n\n"
        .formatted(retryMillis(refusal), Problem.of(refusal, instance, requestId))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Spread over twice the time, so that not all come back at once. */
  private static long retryMillis(Refusal refusal) {
    Object seconds = refusal.members().get("retryAfterSeconds");
    long least =
        TimeUnit.SECONDS.toMillis(seconds instanceof Number n ? n.longValue() : SOME_SECONDS);
    return least + ThreadLocalRandom.current().nextLong(least + 1);
  }
}
