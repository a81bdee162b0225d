package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser's session: a cookie which no script sees, and by which only our own pages act. */
@WithServers
class BrowserSessionIT {
  private static final String OURS = "http://localhost:9080";
  private static final String SESSION = "/v1/session";
  private static final JsonObject READ = JsonText.of("position", "0");

  /** Nobody else asks for his token, so that it has its whole life before it. */
  private static final String NEWCOMER = "a-newcomer";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  BrowserSessionIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    Answer answer = notifications.as(NEWCOMER).send("POST", SESSION, "").expect(200);
    String cookie = answer.header("Set-Cookie");
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    assertThat(cookie)
        .startsWith("petstore_token=" + servers.tokens().of(NEWCOMER))
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .containsIgnoringCase("Path=/")
        .containsPattern("(?i)Max-Age=3[56]\\d\\d")
        .doesNotContainIgnoringCase("Secure")
        .doesNotContainIgnoringCase("Domain");
    assertThat(answer.text("userId")).isEqualTo(NEWCOMER);
  }

  @Test
  void aSessionBeginsWithATokenInTheHeaderAndInNoOtherWay() {
    notifications.anonymous().send("POST", SESSION, "").expect(401);
    Answer byCookie =
        notifications.anonymous().send("POST", SESSION, "", "Cookie", cookie(), "Origin", OURS);
    assertThat(byCookie.expect(401).header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(byCookie.header("Set-Cookie")).isEmpty();
  }

  @Test
  void whoLeavesHasNoCookieAnyMoreWhateverItWasWorth() {
    for (String held : List.of(cookie(), "petstore_token=expired", "other=1")) {
      Answer answer =
          notifications
              .anonymous()
              .send("DELETE", SESSION, "", "Cookie", held, "Origin", OURS)
              .expect(204);
      assertThat(answer.header("Set-Cookie"))
          .startsWith("petstore_token=")
          .containsIgnoringCase("Max-Age=0");
    }
  }

  @Test
  void aStreamOpensByCookieAlone() {
    try (SseClient stream =
        SseClient.openWith(
            notifications.stream(""), "Accept", "text/event-stream", "Cookie", cookie())) {
      assertThat(stream.await("hello").json().getString("userId")).isEqualTo("ann");
    }
  }

  @ParameterizedTest(name = "a write by cookie from {0}: {1}")
  @CsvSource({
    "http://localhost:9080, 200",
    "http://evil.example,   403",
    "null,                  403",
    ",                      403"
  })
  void aWriteByCookieNeedsAnAllowedOrigin(String origin, int status) {
    Answer answer =
        notifications
            .anonymous()
            .put(
                "/v1/notifications/read-position",
                READ,
                "Cookie",
                cookie(),
                origin == null ? "X-None" : "Origin",
                origin == null ? "-" : origin);
    answer.expect(status);
    assertThat(status == 200 || answer.text("code").equals("forbidden")).isTrue();
  }

  @Test
  void aForeignPageCannotSignAnybodyOut() {
    Answer answer =
        notifications
            .anonymous()
            .send("DELETE", SESSION, "", "Cookie", cookie(), "Origin", "http://evil.example");
    assertThat(answer.expect(403).header("Set-Cookie")).isEmpty();
  }

  @Test
  void aWriteByHeaderNeedsNone() {
    HttpApi ann = notifications.as("ann");
    ann.put("/v1/notifications/read-position", READ).expect(200);
    ann.put("/v1/notifications/read-position", READ, "Origin", "http://evil.example").expect(200);
  }

  @ParameterizedTest(name = "a socket by {0} from {1}: {2}")
  @CsvSource({
    "cookie,      http://localhost:9081, 101",
    "cookie,      http://evil.example,   403",
    "cookie,      ,                      403",
    "header,      ,                      101",
    "header,      http://evil.example,   403",
    "subprotocol, http://localhost:9080, 101",
    "subprotocol, http://evil.example,   403"
  })
  void aSocketOpensFromAllowedPagesOnly(String source, String origin, int status) {
    String token = servers.tokens().of("ann");
    String shown =
        switch (source) {
          case "cookie" -> "Cookie: " + cookie();
          case "header" -> "Authorization: Bearer " + token;
          default -> "Sec-WebSocket-Protocol: petstore.v1, bearer." + token;
        };
    URI uri = servers.auction().uri("/auctions/" + auctions.open());
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      RawSocket.Head head =
          socket.upgrade(uri, shown, origin == null ? "X-None: 1" : "Origin: " + origin);
      assertThat(head.status()).isEqualTo(status);
      assertThat(head.headers()).doesNotContainKey("set-cookie");
    }
  }

  private String cookie() {
    return "petstore_token=" + servers.tokens().of("ann");
  }
}
