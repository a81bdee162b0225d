package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request's head has an end: more of it than anybody needs is refused. */
@WithServers
class HeaderFloodIT {
  private final PetstoreServers servers;

  HeaderFloodIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @AfterEach
  void lifeGoesOn() {
    new Survival(servers).goodClientsAreServed();
  }

  static Stream<String> floods() {
    return Stream.of(
        "X-Many: 1\r\n".repeat(150),
        "X-Many: 1\r\n".repeat(20_000),
        "Cookie: " + "a=b; ".repeat(5_000) + "\r\n",
        "X-Huge: " + "x".repeat(20_000) + "\r\n",
        "X-Huge: " + "x".repeat(5_000_000) + "\r\n",
        "x".repeat(20_000) + ": a name\r\n",
        "Authorization: Bearer " + "x".repeat(20_000) + "\r\n",
        "Last-Event-ID: " + "9".repeat(20_000) + "\r\n");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("floods")
  void tooManyOrTooLongHeadersAreRefused(String lines) throws IOException {
    String request = "GET /v1/pets HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
    Optional<HttpAnswer> answer =
        Dropped.orAnswer(
            servers.notification().port(), request.getBytes(StandardCharsets.US_ASCII));

    answer.ifPresent(HttpTarget::check);
    assertThat(answer.map(HttpAnswer::status).orElse(400)).isBetween(400, 499);
  }
}
