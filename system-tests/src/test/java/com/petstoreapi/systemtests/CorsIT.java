package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser lets pages of other origins do (Fetch standard, 3.2 CORS protocol). */
@WithServers
class CorsIT {
  private static final String ALLOWED = "http://localhost:9080";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  CorsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, authorization",
    "GET, 'authorization, last-event-id, cache-control'",
    "POST, 'authorization, content-type, idempotency-key'",
    "PUT, 'authorization, content-type'",
    "DELETE, authorization"
  })
  void aPageOfAnAllowedOriginMayAskWithoutAToken(String method, String headers) {
    Answer answer =
        preflight(notifications.anonymous(), Notifications.STREAM, ALLOWED, method, headers);

    assertThat(answer.status()).isIn(200, 204);
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(ALLOWED);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
    assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase())
        .contains(headers.split(", "));
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/session",
    "DELETE, /v1/session",
    "POST, /v1/dev/tokens",
    "POST, /v1/auctions/019b4132/bids"
  })
  void nothingIsLeftOut(String method, String path) {
    for (HttpApi api : List.of(notifications.anonymous(), auctions.anonymous())) {
      Answer answer = preflight(api, path, ALLOWED, method, "authorization, content-type");
      assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(ALLOWED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, GET, authorization",
    "http://localhost:9080.evil.example, GET, authorization",
    "https://localhost:9080, GET, authorization",
    "null, GET, authorization",
    "http://localhost:9080, PATCH, authorization",
    "http://localhost:9080, GET, x-anything-else"
  })
  void anythingElseIsNotAllowed(String origin, String method, String headers) {
    assertAllowsNothing(preflight(notifications.anonymous(), "/v1/pets", origin, method, headers));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/pets, 200",
    "GET, /v1/pets/unheard-of, 404",
    "GET, /v1/pets?limit=many, 400",
    "DELETE, /v1/pets, 405",
    "PUT, /v1/pets/019b4132/price, 403"
  })
  void answersAndRefusalsCanBeRead(String method, String path, int status) {
    Answer answer = ask(ALLOWED, method, path).expect(status);

    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(ALLOWED);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("Location", "Retry-After", "WWW-Authenticate");
  }

  @Test
  void aPageLearnsThatItsTokenIsMissingOrHasEnded() {
    for (HttpApi api : List.of(notifications.anonymous(), auctions.anonymous())) {
      Answer answer = api.send("GET", "/v1/pets", "", "Origin", ALLOWED).expect(401);
      assertThat(answer.headers().allValues(ALLOW_ORIGIN)).containsExactly(ALLOWED);
      assertThat(answer.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
      assertAllowsNothing(api.send("GET", "/v1/pets", "", "Origin", "http://evil.example"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pets", "/v1/pets/unheard-of", "/health"})
  void aForeignPageCannotReadThem(String path) {
    assertAllowsNothing(ask("http://evil.example", "GET", path));
  }

  @Test
  void aStreamCanBeReadByAnAllowedOriginAlone() {
    assertThat(stream(ALLOWED).header(ALLOW_ORIGIN)).isEqualTo(ALLOWED);
    assertThat(stream("http://evil.example").header(ALLOW_ORIGIN)).isEmpty();
  }

  private Answer ask(String origin, String method, String path) {
    String body = method.equals("PUT") ? "{\"price\":1}" : "";
    return notifications.as("a-browser").send(method, path, body, "Origin", origin);
  }

  private RawSocket.Head stream(String origin) {
    URI uri = notifications.stream("");
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      String token = servers.tokens().of("a-browser");
      return socket.request(
          "GET", uri, "Authorization: Bearer " + token + "\r\nOrigin: " + origin + "\r\n");
    }
  }

  private static Answer preflight(
      HttpApi api, String path, String origin, String method, String headers) {
    return api.send(
        "OPTIONS",
        path,
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        method,
        "Access-Control-Request-Headers",
        headers);
  }

  private static void assertAllowsNothing(Answer answer) {
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
  }
}
