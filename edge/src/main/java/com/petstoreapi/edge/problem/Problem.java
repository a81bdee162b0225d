package com.petstoreapi.edge.problem;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObjectBuilder;

/** A refusal as {@code application/problem+json} (RFC 9457). */
public final class Problem {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What goes with every 401 (RFC 6750, section 3). */
  public static final String CHALLENGE = "Bearer realm=\"petstore-live\"";

  private static final String TYPE_BASE = "urn:petstore-live:problem:";

  private Problem() {}

  /**
   * The problem as JSON text.
   *
   * @param instance the request's path
   * @param requestId by what the request is found in the log
   */
  public static String of(Refusal refusal, String instance, String requestId) {
    ErrorCode code = refusal.code();
    JsonObjectBuilder problem =
        JSON.createObjectBuilder()
            .add("type", TYPE_BASE + code.wire())
            .add("title", code.title())
            .add("status", code.status())
            .add("detail", refusal.detail())
            .add("instance", instance)
            .add("code", code.wire())
            .add("requestId", requestId);
    refusal.members().forEach((name, value) -> problem.add(name, JsonText.value(value)));
    return problem.build().toString();
  }
}
