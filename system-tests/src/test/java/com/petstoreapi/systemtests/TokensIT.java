package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.ForgedTokens;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.RawSocket.Head;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no good token gets a 401 before anything else happens, on every way in. */
@WithServers
class TokensIT {
  private static final String AN_AUCTION = "/auctions/019b4132";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  TokensIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  private interface Forging {
    String by(ForgedTokens forger) throws Exception;
  }

  /** The ways to make a bad token; {@code NONE} sends none at all. */
  enum Forgery {
    NONE(forger -> null),
    GARBAGE(forger -> "not.a.token"),
    UNSIGNED(ForgedTokens::unsigned),
    PUBLIC_KEY_AS_SECRET(ForgedTokens::signedWithThePublicKeyAsSecret),
    ANOTHER_KEY(ForgedTokens::signedWithAnotherKey),
    TAMPERED(ForgedTokens::tampered),
    CUT(ForgedTokens::cut),
    EXPIRED(ForgedTokens::expired),
    WITHOUT_EXPIRY(ForgedTokens::withoutExpiry),
    ANOTHER_ISSUER(ForgedTokens::ofAnotherIssuer),
    ANOTHER_AUDIENCE(ForgedTokens::forAnotherAudience);

    private final Forging forging;

    Forgery(Forging forging) {
      this.forging = forging;
    }

    String token(PetstoreServers servers) throws Exception {
      return forging.by(new ForgedTokens(servers));
    }
  }

  @ParameterizedTest
  @EnumSource
  void restAndStreamsRefuseIt(Forgery forgery) throws Exception {
    String token = forgery.token(servers);
    HttpApi notification = new HttpApi(servers.notification().uri("/"), token);
    HttpApi auction = new HttpApi(servers.auction().uri("/"), token);

    assertUnauthenticated(notification.get("/v1/pets"));
    assertUnauthenticated(notification.get(Notifications.STREAM));
    assertUnauthenticated(auction.get("/v1/auctions"));
    assertUnauthenticated(auction.get("/v1" + AN_AUCTION + "/events"));
    assertUnauthenticated(auction.post("/v1/auctions", JsonText.of("petId", "x")));
    assertUnauthenticated(auction.get("/v1/chats"));
    assertUnauthenticated(auction.get("/v1/chats/any/events"));
    assertUnauthenticated(auction.get("/v1/chats/any/attachments/any"));
    assertUnauthenticated(auction.post("/v1/chats/any/messages", JsonText.of("text", "x")));
  }

  @ParameterizedTest
  @EnumSource
  void theSocketRefusesItBeforeTheUpgrade(Forgery forgery) throws Exception {
    String token = forgery.token(servers);
    String inHeader = token == null ? "X-None: 1" : "Authorization: Bearer " + token;
    String inProtocol =
        "Sec-WebSocket-Protocol: petstore.v1" + (token == null ? "" : ", bearer." + token);

    assertUnauthenticated(upgrade(AN_AUCTION, inHeader));
    assertUnauthenticated(upgrade(AN_AUCTION, inProtocol));
    assertUnauthenticated(upgrade("/chat/any", inHeader));
  }

  @Test
  void aGoodTokenInTheHeaderOpensTheSocket() {
    Head answer = upgrade("/auctions/" + auctions.open(), "Authorization: Bearer " + good());

    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
  }

  @Test
  void aGoodTokenAmongTheSubprotocolsIsAnsweredWithTheProtocolAlone() {
    Head answer =
        upgrade(
            "/auctions/" + auctions.open(),
            "Sec-WebSocket-Protocol: petstore.v1, bearer." + good());

    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.header("Sec-WebSocket-Protocol")).isEqualTo("petstore.v1");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "access_token", "ticket", "jwt", "bearer"})
  void aTokenInTheQueryIsRefused(String parameter) {
    String query = "?" + parameter + "=" + good();

    assertUnauthenticated(notifications.anonymous().get(Notifications.STREAM + query));
    assertUnauthenticated(upgrade(AN_AUCTION + query));
  }

  @Test
  void anotherPersonsStreamIsForbiddenUnlessForSupport() {
    URI ofAnother = notifications.stream("?userId=user-789");

    assertForbidden(notifications.as("user-456").get(Notifications.STREAM + "?userId=user-789"));
    try (SseClient support = SseClient.open(ofAnother, servers.tokens().of("helen", "support"))) {
      assertThat(support.await("hello").json().getString("userId")).isEqualTo("user-789");
    }
  }

  @Test
  void withoutTheRoleAWriteIsForbidden() {
    HttpApi user = notifications.as("user-456");
    JsonObject pet = JsonText.of("name", "Rex", "species", "dog", "price", 10);

    assertForbidden(user.post("/v1/pets", pet));
    assertForbidden(
        user.post("/v1/notifications", Notifications.notification("mine", "not allowed")));
    assertForbidden(auctions.as("user-456").post("/v1/auctions", JsonText.of("petId", "x")));
  }

  private String good() {
    return servers.tokens().of("user-456");
  }

  private Head upgrade(String path, String... headerLines) {
    URI uri = servers.auction().uri(path);
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      return socket.upgrade(uri, headerLines);
    }
  }

  private static void assertUnauthenticated(Head answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
  }

  private static void assertUnauthenticated(Answer answer) {
    answer.expect(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertProblem(answer, "unauthenticated");
  }

  private static void assertForbidden(Answer answer) {
    answer.expect(403);
    assertProblem(answer, "forbidden");
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json()).containsKeys("type", "title", "status", "code");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }
}
