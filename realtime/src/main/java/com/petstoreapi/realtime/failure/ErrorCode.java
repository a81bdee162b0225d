package com.petstoreapi.realtime.failure;

import java.util.Locale;

/**
 * Every way in which a request or a message can be refused. The wire code is the same over HTTP and
 * WebSocket; a code is never given a second meaning and never used again after it was retired.
 */
public enum ErrorCode {
  INVALID_MESSAGE(400, "The request or message is not valid", false),
  UNKNOWN_TYPE(400, "There is no message of this type", false),
  UNAUTHENTICATED(401, "A valid token is needed", false),
  FORBIDDEN(403, "Not allowed for this user", false),
  OWN_AUCTION(403, "Nobody bids in an auction of his own", false),
  NOT_FOUND(404, "There is no such thing", false),
  METHOD_NOT_ALLOWED(405, "This method is not offered here", false),
  NOT_ACCEPTABLE(406, "This media type is not offered here", false),
  ALREADY_LEADING(409, "This bidder leads already", false),
  NOT_OPEN(409, "It has not opened yet", false),
  ENDED(409, "It has ended", false),
  IDEMPOTENCY_CONFLICT(409, "This key was used for another request", false),
  INVALID_TRANSITION(409, "Not possible in the present state", false),
  LIMIT_REACHED(409, "There are as many as there may be", false),
  SOLD_OUT(409, "There is not so much of it left", false),
  PAYLOAD_TOO_LARGE(413, "The request or message is too large", false),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type is not understood here", false),
  TOO_LOW(422, "The amount is too low", false),
  RATE_LIMITED(429, "Too many requests or messages", true),
  INTERNAL(500, "Something went wrong on our side", true),
  UNAVAILABLE(503, "Not available right now", true);

  private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int status;
  private final String title;
  private final boolean retryable;

  ErrorCode(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  /** The code as clients see it, for example {@code too-low}. */
  public String wire() {
    return wire;
  }

  /** The HTTP status that goes with the code. */
  public int status() {
    return status;
  }

  /** One sentence for people, the same for every occurrence (RFC 9457, section 3.1.3). */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed later without a change. */
  public boolean retryable() {
    return retryable;
  }

  /** The code that fits an HTTP status made by the container rather than by us. */
  public static ErrorCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> RATE_LIMITED;
      case 503 -> UNAVAILABLE;
      default -> status >= 500 ? INTERNAL : INVALID_MESSAGE;
    };
  }
}
