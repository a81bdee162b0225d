package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that are kept for each path, method or host would be a way to fill the memory. */
@WithServers
class MadeUpNamesIT {
  private static final int NAMES = 300;
  private static final int FEW = 60;

  private final PetstoreServers servers;

  MadeUpNamesIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /made-up-%d HTTP/1.1\r\nHost: localhost\r\n",
        "GET /v1/made-up-%d HTTP/1.1\r\nHost: localhost\r\n",
        "MADE-UP-%d /v1/pets HTTP/1.1\r\nHost: localhost\r\n",
        "GET /v1/pets HTTP/1.1\r\nHost: made-up-%d\r\n"
      })
  void manyNamesThatAStrangerMakesUpAreNotRemembered(String request) throws IOException {
    long before = figures();
    for (int i = 0; i < NAMES; i++) {
      send(request.formatted(i));
    }

    assertThat(figures() - before).isLessThan(FEW);
  }

  private void send(String request) throws IOException {
    String token = servers.tokens().of("somebody");
    String whole = request + "Authorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
    try (HttpWire wire = new HttpWire(servers.notification().port(), "127.0.3.1")) {
      wire.send(whole.getBytes(StandardCharsets.US_ASCII));
      HttpTarget.check(wire.read(false).orElseThrow());
    }
  }

  private long figures() {
    HttpApi operator = new HttpApi(servers.notification().uri("/"), null);
    return operator.get("/metrics").expect(200).body().lines().count();
  }
}
