package com.petstoreapi.edge.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;

/**
 * The cookie that holds a browser's token: out of reach of scripts, sent to its own site only,
 * encrypted where the connection is, gone when the token ends.
 */
final class SessionCookie {
  static final String NAME = "petstore_token";

  /** Browsers keep 4,096 bytes of name, value and attributes (RFC 6265, section 6.1). */
  static final int MAX_LENGTH = 3_800;

  private SessionCookie() {}

  /**
   * @param token already checked, and sent by this request in its header
   */
  static NewCookie holding(
      String token, UserPrincipal user, HttpServletRequest request, Clock clock) {
    Duration left = Duration.between(clock.instant(), user.expiresAt());
    return cookie(token, (int) Math.max(0, left.toSeconds()), request);
  }

  /** Takes the browser's cookie away. */
  static NewCookie cleared(HttpServletRequest request) {
    return cookie("", 0, request);
  }

  private static NewCookie cookie(String value, int seconds, HttpServletRequest request) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
