package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.HostileInput;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service's HTTP side. Used by one thread at a time. */
final class HttpTarget implements Target {
  private static final int ADDRESSES = 200;

  /** Not implemented, HTTP version not supported: no fault of the server in spite of the 5. */
  private static final Set<Integer> ASKED_TOO_MUCH = Set.of(501, 505);

  private final int port;
  private final String network;
  private int connections;

  /**
   * @param network the first three numbers of the loopback addresses to come from
   */
  HttpTarget(int port, String network) {
    this.port = port;
    this.network = network;
  }

  @Override
  public void strike(List<Input> inputs) throws IOException {
    HttpWire wire = connect();
    try {
      for (Input input : inputs) {
        if (!strike(wire, input)) {
          wire.close();
          wire = connect();
        }
      }
    } finally {
      wire.close();
    }
  }

  private HttpWire connect() throws IOException {
    String from = network + "." + (1 + connections++ % ADDRESSES);
    return new HttpWire(port, from);
  }

  /** Sends one and returns whether the connection can be used again. */
  private static boolean strike(HttpWire wire, Input input) throws IOException {
    boolean toHead = input.startsWith("HEAD ");
    if (!input.sound()) {
      strikeOnce(wire, input, toHead);
      return false;
    }
    wire.send(input.bytes());
    HttpAnswer answer =
        wire.read(toHead).orElseThrow(() -> new IOException("closed without an answer"));
    check(answer);
    return !toHead && !answer.isLast();
  }

  /** What is not a proper request may be answered, more than once, or just dropped. */
  private static void strikeOnce(HttpWire wire, Input input, boolean toHead) throws IOException {
    try {
      wire.send(input.bytes());
      wire.end();
      Optional<HttpAnswer> answer = wire.read(toHead);
      while (answer.isPresent()) {
        check(answer.get());
        answer = toHead || answer.get().isLast() ? Optional.empty() : wire.read(false);
      }
    } catch (SocketException dropped) {
      // Its right, with such a request.
    }
  }

  static void check(HttpAnswer answer) {
    boolean busy = answer.status() == 503 && !answer.header("retry-after").isEmpty();
    assertThat(answer.status() < 500 || busy || ASKED_TOO_MUCH.contains(answer.status()))
        .as("status %s with %s and the body %s", answer.status(), answer.headers(), answer.body())
        .isTrue();
    HostileInput.assertShowsNoInsides(answer.body());
    HostileInput.assertShowsNoInsides(answer.headers().toString());
    assertThat(answer.header("set-cookie")).matches("|petstore_token=.*");
  }
}
