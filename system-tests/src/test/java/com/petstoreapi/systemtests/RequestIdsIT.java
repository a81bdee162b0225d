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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request, stream and socket has an id, its own or one that is made, and is told it. */
@WithServers
class RequestIdsIT {
  private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final PetstoreServers servers;
  private final Notifications notifications;

  RequestIdsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/pets, 200",
    "GET, /v1/pets/unheard-of, 404",
    "GET, /unheard-of, 404",
    "DELETE, /v1/pets, 405"
  })
  void theClientsOwnComesBack(String method, String path, int status) {
    Answer answer = send(notifications.as("ann"), method, path, "my-request.7");
    assertThat(answer.expect(status).header("X-Request-Id")).isEqualTo("my-request.7");
    if (status != 200) {
      assertThat(answer.text("requestId")).isEqualTo("my-request.7");
    }
  }

  @Test
  void whoIsRefusedForWantOfATokenHasOneToo() {
    Answer refused = send(notifications.anonymous(), "GET", "/v1/pets", "no-token").expect(401);
    assertThat(refused.header("X-Request-Id")).isEqualTo("no-token");
    assertThat(refused.text("requestId")).isEqualTo("no-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a/b", "<script>"})
  void whatDoesNotFitIsReplaced(String id) {
    Answer answer = send(notifications.as("ann"), "GET", "/v1/pets", id).expect(200);
    assertThat(answer.header("X-Request-Id")).matches(MADE);
  }

  @Test
  void whoNamesNoneIsGivenOne() {
    Answer refused = notifications.as("ann").get("/v1/pets/unheard-of").expect(404);
    assertThat(refused.header("X-Request-Id")).matches(MADE).isEqualTo(refused.text("requestId"));
  }

  @Test
  void aStreamHasTheOneOfItsRequest() {
    assertThat(head(notifications.stream("")).header("X-Request-Id")).isEqualTo("my-stream");
  }

  @Test
  void aSocketHasTheOneOfItsHandshake() {
    Auctions auctions = new Auctions(servers);
    URI uri = auctions.socket(auctions.open());
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      RawSocket.Head head = socket.upgrade(uri, authorization(), "X-Request-Id: my-socket");
      assertThat(head.status()).isEqualTo(101);
      assertThat(head.header("X-Request-Id")).isEqualTo("my-socket");
    }
  }

  private RawSocket.Head head(URI uri) {
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      String lines = authorization() + "\r\nX-Request-Id: my-stream\r\n";
      return socket.request("GET", uri, lines);
    }
  }

  private String authorization() {
    return "Authorization: Bearer " + servers.tokens().of("ann");
  }

  private static Answer send(HttpApi api, String method, String path, String id) {
    return api.send(method, path, "", "X-Request-Id", id);
  }
}
