package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * RFC 9112, 11.2: a request whose end two servers see in different places can hide a second one
 * from the first of them. After whatever is doubtful nothing else on the connection is answered.
 */
@WithServers
class RequestSmugglingIT {
  private static final String HIDDEN = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final PetstoreServers servers;

  RequestSmugglingIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LENGTH_AND_CHUNKED",
        "TWO_LENGTHS",
        "NEGATIVE",
        "OVERFLOW",
        "PLUS_SIGN",
        "UNKNOWN_CODING",
        "SPACE_BEFORE_COLON",
        "BAD_CHUNK_SIZE",
        "HUGE_CHUNK"
      })
  void nothingIsAnsweredAfterADoubtfulRequest(Framing framing) throws IOException {
    String body = "{\"name\":\"Rex\",\"species\":\"dog\",\"price\":1}";
    String request =
        "POST /v1/pets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + servers.tokens().of("a-seller", "seller")
            + "\r\n"
            + framing.linesAndBody(body, body.length())
            + HIDDEN;

    List<HttpAnswer> answers = answers(request);
    answers.forEach(HttpTarget::check);
    assertThat(answers).hasSizeLessThanOrEqualTo(1);
  }

  private List<HttpAnswer> answers(String request) throws IOException {
    List<HttpAnswer> answers = new ArrayList<>();
    try (HttpWire wire = new HttpWire(servers.notification().port(), "127.0.3.3")) {
      wire.send(request.getBytes(StandardCharsets.US_ASCII));
      wire.end();
      Optional<HttpAnswer> next = wire.read(false);
      while (next.isPresent()) {
        answers.add(next.get());
        next = wire.read(false);
      }
    } catch (SocketException dropped) {
      // Nothing more will come.
    }
    return answers;
  }
}
