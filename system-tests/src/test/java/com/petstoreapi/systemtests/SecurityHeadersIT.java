package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer tells a browser how little it may do with it, whoever in the server wrote it. */
@WithServers
class SecurityHeadersIT {
  private static final Map<String, String> EXPECTED =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  SecurityHeadersIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/pets, 200",
    "GET, /v1/pets/unheard-of, 404",
    "GET, /unheard-of, 404",
    "GET, /%7F/..%2f, 400",
    "DELETE, /v1/pets, 405",
    "PUT, /v1/pets/019b4132/price, 403",
    "GET, /health, 200",
    "GET, /metrics, 200",
    "GET, /openapi, 200"
  })
  void onWhatIsAnswered(String method, String path, int status) {
    HttpApi api = notifications.as("a-browser");
    String body = method.equals("PUT") ? "{\"price\":1}" : "";

    assertAllThere(
        api.send(method, path, body).expect(status)::header, "no-store"); // nobody else sets it
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/pets", "GET /v1/pets/notifications", "POST /v1/pets"})
  void onWhatIsRefusedForWantOfAToken(String request) {
    String[] parts = request.split(" ");

    assertAllThere(
        notifications.anonymous().send(parts[0], parts[1], "").expect(401)::header, "no-store");
  }

  @Test
  void onARefusedHandshake() {
    URI uri = auctions.socket("019b4132");
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      RawSocket.Head refusal = socket.upgrade(uri);

      assertThat(refusal.status()).isEqualTo(401);
      assertAllThere(refusal::header, "no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET /v1/pets HTTP/1.1\r\nHost\r\n\r\n"})
  void onWhatNeverReachesTheApplication(String nonsense) {
    try (RawSocket socket = RawSocket.connect(servers.notification().port())) {
      socket.send(nonsense.getBytes(StandardCharsets.US_ASCII));
      RawSocket.Head refusal = socket.head();

      assertThat(refusal.status()).isEqualTo(400);
      assertAllThere(refusal::header, "no-store");
    }
  }

  @Test
  void onAStreamWhichKeepsItsOwnCacheControl() {
    URI uri = notifications.stream("");
    String token = servers.tokens().of("a-browser");
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      RawSocket.Head head = socket.request("GET", uri, "Authorization: Bearer " + token + "\r\n");

      assertAllThere(head::header, "no-cache, no-store, no-transform");
    }
  }

  @Test
  void nothingTellsWhichServerThisIs() {
    RawSocket.Head head;
    try (RawSocket socket = RawSocket.connect(servers.notification().port())) {
      head = socket.request("GET", servers.notification().uri("/health"), "");
    }

    assertThat(head.headers()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void theEmbeddedRunBindsNoBrowserToHttps() {
    HttpApi secure = new HttpApi(servers.notification().secureUri("/"), null);

    assertThat(secure.get("/health").expect(200).headers().map())
        .doesNotContainKey("strict-transport-security");
  }

  private static void assertAllThere(UnaryOperator<String> header, String cacheControl) {
    EXPECTED.forEach((name, value) -> assertThat(header.apply(name)).as(name).isEqualTo(value));
    assertThat(header.apply("Cache-Control")).isEqualTo(cacheControl);
  }
}
