package com.petstoreapi.systemtests.hardening;

import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;

/** Requests to which a server may say nothing but close the connection. */
final class Dropped {
  private static final String FROM = "127.0.3.2";

  private Dropped() {}

  /** The first answer, or none if the connection was closed without one. */
  static Optional<HttpAnswer> orAnswer(int port, byte[] request) throws IOException {
    try (HttpWire wire = new HttpWire(port, FROM)) {
      wire.send(request);
      wire.end();
      return wire.read(false);
    } catch (SocketException dropped) {
      return Optional.empty();
    }
  }
}
