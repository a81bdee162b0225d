package com.petstoreapi.edge.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Knows a WebSocket handshake from other requests (RFC 6455, section 4.1). */
final class Upgrades {
  private Upgrades() {}

  static boolean isUpgrade(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }
}
