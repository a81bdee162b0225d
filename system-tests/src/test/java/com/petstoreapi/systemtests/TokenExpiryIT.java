package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Patient;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tickets;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream or socket ends with its token, is told so ahead, and goes on with a newer one. */
@WithServers
class TokenExpiryIT {
  private static final int SHORT = 6;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  TokenExpiryIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  @Patient
  void aStreamIsWarnedAndEndsWithItsToken() {
    try (SseClient stream = SseClient.open(notifications.stream(""), token("ann", SHORT))) {
      Instant end = Instant.parse(stream.await("auth-expiring").json().getString("expiresAt"));
      assertThat(stream.isOpen()).isTrue();
      Waiting.await("the stream ends").until(() -> !stream.isOpen());
      assertThat(Instant.now()).isAfterOrEqualTo(end);
      assertThat(stream.events("auth-expiring")).hasSize(1);
    }
  }

  @Test
  @Patient
  void aStreamByTicketEndsWithTheTokenBehindIt() {
    String ticket = new Tickets(servers).issue(token("ann", SHORT), Notifications.STREAM);
    URI uri = notifications.stream("?ticket=" + ticket);
    try (SseClient stream = SseClient.openWith(uri, "Accept", "text/event-stream")) {
      stream.await("auth-expiring");
      Waiting.await("the stream ends").until(() -> !stream.isOpen());
      assertThat(notifications.anonymous().get(uri.getPath() + "?" + uri.getQuery()).status())
          .isEqualTo(401);
    }
  }

  @Test
  @Patient
  void aSocketIsWarnedAndClosedWith4401() {
    try (SocketClient socket = shortSocket("ann")) {
      assertThat(socket.await("auth-expiring").getString("expiresAt")).isNotEmpty();
      assertThat(socket.awaitCloseCode()).isEqualTo(4401);
      assertThat(socket.messages("auth-expiring")).hasSize(1);
    }
  }

  @Test
  @Patient
  void aSocketIsRenewedInPlaceAndOpenBeyondTheOldEnd() {
    String auction = auctions.open();
    URI uri = auctions.socket(auction);
    try (SocketClient renewed = SocketClient.open(uri, token("ann", SHORT));
        SocketClient other = SocketClient.open(uri, token("bob", SHORT))) {
      renewed.await("auth-expiring");
      renewed.send(auth(token("ann", 3_600)));
      assertThat(Instant.parse(renewed.await("auth-renewed").getString("expiresAt")))
          .isAfter(Instant.now().plusSeconds(3_000));
      assertThat(other.awaitCloseCode()).isEqualTo(4401);
      auctions.bid("eve", auction, 10).expect(201);
      renewed.await("bid");
      assertThat(renewed.ask(Auctions.bidMessage(20, "k")).getString("type")).isEqualTo("accepted");
    }
  }

  @Test
  @Patient
  void anotherUsersTokenIsRefusedAndChangesNothing() {
    try (SocketClient socket = shortSocket("ann")) {
      socket.send(auth(token("bob", 3_600)));
      assertThat(socket.await("error").getString("code")).isEqualTo("forbidden");
      assertThat(socket.awaitCloseCode()).isEqualTo(4401);
    }
  }

  @Test
  @Patient
  void aBadTokenIsRefusedAndChangesNothing() {
    try (SocketClient socket = shortSocket("ann")) {
      socket.send(auth("a.b.c"));
      assertThat(socket.await("error").getString("code")).isEqualTo("unauthenticated");
      socket.send(JsonText.of("type", "ping", "at", 1));
      socket.await("pong");
      assertThat(socket.awaitCloseCode()).isEqualTo(4401);
    }
  }

  @Test
  @Patient
  void aRenewedTokenBringsItsRoles() {
    String auction = auctions.open();
    try (SocketClient socket = SocketClient.open(auctions.socket(auction), token("ann", 3_600))) {
      socket.await("snapshot");
      socket.send(auth(servers.tokens().fresh("ann", List.of("publisher"), 3_600)));
      socket.await("auth-renewed");
      JsonObject refused = socket.ask(Auctions.bidMessage(20, "k"));
      assertThat(refused.getString("code")).isEqualTo("forbidden");
    }
  }

  private SocketClient shortSocket(String user) {
    SocketClient socket = SocketClient.open(auctions.socket(auctions.open()), token(user, SHORT));
    socket.await("snapshot");
    return socket;
  }

  private String token(String user, int seconds) {
    return servers.tokens().fresh(user, List.of("user"), seconds);
  }

  private static JsonObject auth(String token) {
    return JsonText.of("type", "auth", "token", token);
  }
}
