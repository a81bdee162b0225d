package com.petstoreapi.edge.identity;

import com.petstoreapi.edge.identity.Credential.Source;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * The web pages that may act through a browser (RFC 6454): browsers send cookies unasked, and let
 * any page open a WebSocket, but they always say from which page.
 *
 * @param allowed such as {@code https://shop.example}
 */
public record Origins(Set<String> allowed) {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  public Origins {
    allowed = Set.copyOf(allowed);
  }

  /**
   * Refuses a handshake from a page that is not allowed, and whatever else a page could bring about
   * by the user's cookie. Who is no browser need not say where he comes from, unless he shows a
   * cookie.
   *
   * @throws Refusal {@code forbidden}
   */
  void check(HttpServletRequest request, Source source) {
    String origin = request.getHeader("Origin");
    boolean isUpgrade = Upgrades.isUpgrade(request);
    boolean acts = isUpgrade || !SAFE_METHODS.contains(request.getMethod());
    boolean mustBeAllowed = source == Source.COOKIE ? acts : isUpgrade && origin != null;
    if (mustBeAllowed && (origin == null || !allowed.contains(origin))) {
      throw new Refusal(ErrorCode.FORBIDDEN, "Not from this Origin.");
    }
  }

  /**
   * Lets a page that is allowed read a refusal: the container does so for what gets past the
   * authentication, which is where this one is made.
   */
  void letRead(HttpServletRequest request, HttpServletResponse refusal) {
    String origin = request.getHeader("Origin");
    if (origin != null && allowed.contains(origin)) {
      refusal.setHeader("Access-Control-Allow-Origin", origin);
      refusal.setHeader("Access-Control-Allow-Credentials", "true");
      refusal.setHeader(
          "Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate, X-Request-Id");
    }
  }
}
