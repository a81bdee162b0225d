package com.petstoreapi.realtime.failure;

/**
 * Every reason for which this side ends a connection. The code is a WebSocket close code (RFC 6455,
 * section 7.4, and the private range from 4000); an SSE stream just ends, and the cause is counted.
 * 1004, 1005, 1006 and 1015 are never sent.
 */
public enum CloseCause {
  DONE(1000, "done", Reconnect.NEVER),
  GONE(1001, "gone", Reconnect.AT_WILL),
  WRONG_KIND(1003, "text messages only", Reconnect.NEVER),
  POLICY(1008, "policy", Reconnect.NEVER),
  TOO_BIG(1009, "message too big", Reconnect.NEVER),
  FAULT(1011, "server fault", Reconnect.WITH_BACK_OFF),
  RESTART(1012, "restart", Reconnect.WITH_BACK_OFF),
  OVERLOADED(1013, "try again later", Reconnect.WITH_BACK_OFF),
  TOO_SLOW(1013, "reads too slowly", Reconnect.WITH_BACK_OFF),
  TOKEN_EXPIRED(4401, "token expired", Reconnect.AFTER_NEW_TOKEN),
  NOT_ALLOWED(4403, "no longer allowed", Reconnect.NEVER),
  NO_PONG(4408, "no pong", Reconnect.AT_WILL),
  TOO_MANY(4429, "too many connections or messages", Reconnect.WITH_BACK_OFF);

  /** What a client should do after the close. */
  public enum Reconnect {
    NEVER,
    AT_WILL,
    WITH_BACK_OFF,
    AFTER_NEW_TOKEN
  }

  private final int code;
  private final String reason;
  private final Reconnect reconnect;

  CloseCause(int code, String reason, Reconnect reconnect) {
    this.code = code;
    this.reason = reason;
    this.reconnect = reconnect;
  }

  public int code() {
    return code;
  }

  /** The close reason: at most 123 bytes of UTF-8, never an exception's text. */
  public String reason() {
    return reason;
  }

  public Reconnect reconnect() {
    return reconnect;
  }
}
