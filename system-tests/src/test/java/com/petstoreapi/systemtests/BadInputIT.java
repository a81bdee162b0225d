package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HostileInput;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent over HTTP, the answer is clear, shows nothing of the inside, and life goes on.
 */
@WithServers
class BadInputIT {
  private static final String FROM = "com.petstoreapi.systemtests.support.HostileInput#";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  BadInputIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @AfterEach
  void lifeGoesOn() {
    assertThat(servers.notification().isReady()).isTrue();
    assertThat(servers.auction().isReady()).isTrue();
    notifications.publish("life goes on");
    auctions.bid("somebody", auctions.open(), 10).expect(201);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "notObjects")
  void whatIsNoObjectIsRefusedEverywhere(String body) {
    String auction = auctions.open();
    HttpApi seller = notifications.as("a-seller", "user", "seller");

    assertRefused(seller.send("POST", "/v1/pets", body));
    assertRefused(notifications.publisher().send("POST", "/v1/notifications", body));
    assertRefused(seller.send("PUT", "/v1/notifications/read-position", body));
    assertRefused(notifications.anonymous().send("POST", "/v1/dev/tokens", body));
    assertRefused(auctions.as("a-seller", "seller").send("POST", "/v1/auctions", body));
    assertRefused(bid(auction, body));
    assertRefused(auctions.as("somebody").send("POST", "/v1/chats", body));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "badAmounts")
  void whatIsNoPriceIsRefused(String amount) {
    String auction = auctions.open();

    assertRefused(bid(auction, "{\"amount\":" + amount + "}"));
    assertRefused(bid(auction, "{\"max\":" + amount + "}"));
    assertRefused(
        auctions
            .as("a-seller", "seller")
            .send(
                "POST",
                "/v1/auctions",
                "{\"petId\":\"p\",\"title\":\"t\",\"endsAt\":\"2099-01-01T00:00:00Z\","
                    + "\"startingPrice\":"
                    + amount
                    + "}"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "withControlCharacters")
  void controlCharactersInAnEventTypeAreRefused(String type) {
    assertRefused(
        notifications
            .publisher()
            .send("POST", "/v1/notifications", "{\"type\":\"" + type + "\",\"data\":{}}"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "withControlCharacters")
  void controlCharactersInANameNeverBecomeAnEventOfTheirOwn(String name) {
    try (SseClient listener = notifications.listen("somebody")) {
      Answer answer =
          notifications
              .as("a-seller", "seller")
              .send(
                  "POST",
                  "/v1/pets",
                  "{\"name\":\"" + name + "\",\"species\":\"dog\",\"price\":1}");
      assertSensible(answer);
      notifications
          .publisher()
          .send(
              "POST",
              "/v1/notifications",
              "{\"type\":\"notification\",\"data\":{\"title\":\"" + name + "\",\"body\":\"-\"}}");
      notifications.publish("after the attack");

      SseEvent after =
          listener.await(
              "notification", event -> Notifications.title(event).equals("after the attack"));
      assertThat(after.id()).contains("-");
      assertThat(listener.events("adoption")).isEmpty();
      assertThat(listener.events()).extracting(SseEvent::id).doesNotContain("5");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":1,\"species\":\"dog\",\"price\":1}",
        "{\"name\":\"Rex\",\"species\":[],\"price\":1}",
        "{\"name\":\"Rex\",\"species\":\"dog\",\"price\":\"1\"}",
        "{\"name\":\"Rex\",\"species\":\"dog\",\"price\":1e400}",
        "{\"name\":\"Rex\",\"species\":\"dog\",\"price\":1,\"currency\":\"GOLD\"}",
        "{\"species\":\"dog\",\"price\":1}",
        "{\"name\":\"\",\"species\":\"dog\",\"price\":1}",
        "{}"
      })
  void aPetWithAMissingOrWrongMemberIsRefused(String pet) {
    assertRefused(notifications.as("a-seller", "seller").send("POST", "/v1/pets", pet));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/pets/nobody-knows-it",
        "/v1/pets/019b4132-0000-7000-8000-000000000000",
        "/v1/orders/nobody-knows-it",
        "/v1/inventory/nobody-knows-it",
        "/v1/sales/nobody-knows-it",
        "/v1/sales/nobody-knows-it/purchases"
      })
  void anUnknownIdIsNotFound(String path) {
    Answer answer = notifications.as("somebody").get(path).expect(404);

    assertThat(answer.text("code")).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/bids", "/events", "/presence"})
  void anUnknownAuctionIsNotFound(String below) {
    Answer answer = auctions.as("somebody").get("/v1/auctions/nobody-knows-it" + below);

    assertThat(answer.expect(404).text("code")).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/messages", "/events", "/presence", "/read-position"})
  void anUnknownChatIsNotFound(String below) {
    Answer answer = auctions.as("somebody").get("/v1/chats/nobody-knows-it" + below);

    assertThat(answer.expect(404).text("code")).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notifications?limit=abc",
        "/v1/notifications?limit=-1",
        "/v1/notifications?limit=99999999999999",
        "/v1/notifications?wait=x",
        "/v1/pets/%00",
        "/v1/pets/%0d%0aid:5",
        "/v1/pets/..%2f..%2fetc",
        "/v1/pets/x'%20or%20'1'='1",
        "/v1/no-such-thing"
      })
  void oddPathsAndParametersAreRefused(String path) {
    assertSensibleRefusal(notifications.as("somebody").get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?types=%0d%0a", "?padding=-1", "?padding=9999999999", "?petId=%00"})
  void oddParametersOfTheStreamAreRefusedOrPassedOver(String query) {
    URI uri = notifications.stream(query);
    String token = servers.tokens().of("somebody");
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      int status = socket.request("GET", uri, "Authorization: Bearer " + token + "\r\n").status();
      assertThat(status).isIn(200, 400);
    }
  }

  @Test
  void aBodyLargerThanAllowedIsRefused() {
    String body = Notifications.notification("large", "x".repeat(3_000_000)).toString();

    assertRefused(notifications.publisher().send("POST", "/v1/notifications", body));
  }

  @Test
  void aKeyLongerThanAllowedIsRefused() {
    assertRefused(auctions.bid("somebody", auctions.open(), 10, "k".repeat(65)));
  }

  @Test
  void anotherMediaTypeIsRefused() {
    Answer answer =
        notifications
            .as("a-seller", "seller")
            .send("POST", "/v1/pets", "<pet/>", "Content-Type", "application/xml");

    assertThat(answer.status()).isIn(400, 415, 422);
    assertSensible(answer);
  }

  private Answer bid(String auction, String body) {
    return auctions.as("somebody").send("POST", "/v1/auctions/" + auction + "/bids", body);
  }

  /** Refused by us: a problem with one of our codes. */
  private static void assertRefused(Answer answer) {
    assertSensibleRefusal(answer);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("code"))
        .isIn(List.of("invalid-message", "unknown-type", "payload-too-large", "too-low"));
  }

  private static void assertSensibleRefusal(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    HostileInput.assertShowsNoInsides(answer.body());
  }

  private static void assertSensible(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    HostileInput.assertShowsNoInsides(answer.body());
  }
}
