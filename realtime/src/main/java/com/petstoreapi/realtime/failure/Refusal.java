package com.petstoreapi.realtime.failure;

import java.util.Map;
import java.util.Objects;

/**
 * A request or message that is turned down for a reason its sender may know. It bears no stack
 * trace: refusing is ordinary work, not a fault. Whoever throws it has changed nothing.
 */
public final class Refusal extends RuntimeException {
  private final transient ErrorCode code;
  private final transient String detail;
  private final transient Map<String, Object> members;

  /**
   * @param detail what is wrong with this one request, in words fit for its sender
   * @param members further members of the answer such as {@code minimumBid}: texts, numbers, truths
   */
  public Refusal(ErrorCode code, String detail, Map<String, Object> members) {
    super(code.wire() + ": " + detail, null, false, false);
    this.code = code;
    this.detail = Objects.requireNonNull(detail);
    this.members = Map.copyOf(members);
  }

  public Refusal(ErrorCode code, String detail) {
    this(code, detail, Map.of());
  }

  /** A refusal of something malformed, for example {@code "amount must be a number"}. */
  public static Refusal invalid(String detail) {
    return new Refusal(ErrorCode.INVALID_MESSAGE, detail);
  }

  public static Refusal notFound(String detail) {
    return new Refusal(ErrorCode.NOT_FOUND, detail);
  }

  /** A refusal for want of capacity or of a part of the system that is away; worth a retry. */
  public static Refusal unavailable(String detail) {
    return new Refusal(ErrorCode.UNAVAILABLE, detail, Map.of("retryAfterSeconds", 1));
  }

  public ErrorCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public Map<String, Object> members() {
    return members;
  }
}
