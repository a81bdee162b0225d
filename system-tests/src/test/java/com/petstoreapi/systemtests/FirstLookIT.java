package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a newcomer meets in the first five minutes, and what the contract promises him there. */
@WithServers
class FirstLookIT {
  private static final String READ_POSITION = "/v1/notifications/read-position";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  FirstLookIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void thereArePetsFromTheBeginning() {
    Answer rex = notifications.as("user-456").get("/v1/pets/019b4132").expect(200);

    assertThat(rex.text("name")).isEqualTo("Rex");
    assertThat(notifications.as("user-456").get("/v1/pets").expect(200).body())
        .contains("019b4132");
  }

  @Test
  void thereAreThreeOpenAuctionsFromTheBeginning() {
    Answer list = auctions.as("user-456").get("/v1/auctions?limit=100").expect(200);

    assertThat(list.json().getJsonArray("items"))
        .filteredOn(item -> item.asJsonObject().getString("status").equals("OPEN"))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void whatIsMadeIsFoundWhereTheAnswerSays() {
    HttpApi seller = notifications.as("a-seller", "seller");
    Answer pet =
        seller
            .post("/v1/pets", JsonText.of("name", "Bea", "species", "cat", "price", 1))
            .expect(201);
    assertThat(seller.get(pet.header("Location")).expect(200).text("id")).isEqualTo(pet.text("id"));

    HttpApi user = notifications.as("user-456");
    Answer order = user.post("/v1/orders", JsonText.of("petId", pet.text("id"))).expect(201);
    assertThat(user.get(order.header("Location")).expect(200).text("id"))
        .isEqualTo(order.text("id"));
  }

  @Test
  void anAdoptionIsSeenOnAPlainStream() {
    String pet = notifications.newPet("Bello");
    try (SseClient listener = notifications.listen("somebody")) {
      notifications
          .as("user-456")
          .post("/v1/pets/" + pet + "/adoption", JsonText.of())
          .expectSuccess();

      SseEvent adoption = listener.await("adoption", event -> event.data().contains(pet));
      JsonObject data = adoption.json();
      assertThat(data.getString("userId")).isEqualTo("user-456");
      assertThat(data.getString("petName")).isEqualTo("Bello");
      assertThat(data.getString("at"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      SseEvent change = listener.await("status-change", event -> event.data().contains(pet));
      assertThat(change.json().getString("status")).isEqualTo("ADOPTED");
      assertThat(change.json().getString("oldStatus")).isEqualTo("AVAILABLE");
    }
  }

  @Test
  void typesAndPetsNarrowTheStream() {
    String wanted = notifications.newPet("Wanted");
    String other = notifications.newPet("Other");
    String token = servers.tokens().of("somebody");
    String query = "?types=price-change&petId=" + wanted;
    try (SseClient listener = SseClient.open(notifications.stream(query), token)) {
      listener.await("hello");
      setPrice(other, 1);
      setStatus(wanted, "PENDING");
      setPrice(wanted, 2);

      SseEvent change = listener.await("price-change");
      assertThat(change.json().getString("petId")).isEqualTo(wanted);
      assertThat(change.json().getJsonNumber("price").bigDecimalValue()).isEqualByComparingTo("2");
      assertThat(listener.events("price-change", "status-change")).hasSize(1);
    }
  }

  @Test
  void theStreamSaysHelloAndWhenToComeBack() {
    try (SseClient listener = notifications.listen("somebody")) {
      JsonObject hello = listener.await("hello").json();

      assertThat(listener.retryMillis()).isEqualTo(2_000);
      assertThat(hello.getString("userId")).isEqualTo("somebody");
      assertThat(hello.getString("position")).isEqualTo(listener.lastEventId());
      assertThat(hello.getInt("heartbeatSeconds")).isEqualTo(PetstoreServers.HEARTBEAT_SECONDS);
    }
  }

  @Test
  void theStreamsHeadersKeepProxiesFromHoldingItBack() {
    try (SseClient listener = notifications.listen("somebody")) {
      assertThat(header(listener, "Content-Type"))
          .isEqualToIgnoringCase("text/event-stream;charset=UTF-8");
      assertThat(header(listener, "Cache-Control")).isEqualTo("no-cache, no-store, no-transform");
      assertThat(header(listener, "X-Accel-Buffering")).isEqualTo("no");
      assertThat(header(listener, "Content-Encoding")).isEmpty();
      assertThat(header(listener, "Set-Cookie")).isEmpty();
    }
  }

  @Test
  void paddingComesAsACommentForProxiesThatWaitForIt() {
    String token = servers.tokens().of("somebody");
    try (SseClient listener = SseClient.open(notifications.stream("?padding=2048"), token)) {
      listener.await("hello");
      assertThat(listener.commentBytes()).isGreaterThanOrEqualTo(2_048);
    }
  }

  @Test
  void headTellsTheStreamsHeadersAndEnds() {
    Answer head = notifications.as("somebody").send("HEAD", Notifications.STREAM, "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).startsWith("text/event-stream");
  }

  @Test
  void anIdleStreamGetsHeartbeatsThatMoveItsPosition() {
    try (SseClient listener = notifications.listen("somebody")) {
      SseEvent heartbeat = listener.await("heartbeat");

      assertThat(heartbeat.json().getString("position")).isEqualTo(heartbeat.id());
      assertThat(heartbeat.json()).containsKey("at");
    }
  }

  @Test
  void aLongPollIsAnsweredAsSoonAsThereIsSomething() {
    Position head = notifications.publish("before the poll");
    CompletableFuture<Answer> poll =
        CompletableFuture.supplyAsync(
            () -> notifications.as("poller").get("/v1/notifications?wait=20&after=" + head));
    notifications.publish("for the poll");

    Answer page = poll.join().expect(200);
    JsonObject first = page.json().getJsonArray("items").getJsonObject(0);
    assertThat(first.getString("type")).isEqualTo("notification");
    assertThat(first.getJsonObject("data").getString("title")).isEqualTo("for the poll");
    assertThat(Position.parse(first.getString("id"))).isEqualTo(page.position());
  }

  @Test
  void aLongPollWithNothingToTellEndsEmpty() {
    Position head = notifications.publish("the last for now");
    Answer page = notifications.as("poller").get("/v1/notifications?wait=1&after=" + head);

    assertThat(page.expect(200).json().getJsonArray("items")).isEmpty();
  }

  @Test
  void theReadPositionGoesForwardOnly() {
    Position first = notifications.publish("read");
    Position second = notifications.publish("read too");
    notifications.publish("not read yet");
    HttpApi reader = notifications.as("reads-" + second);
    reader.put(READ_POSITION, JsonText.of("position", second.toString())).expectSuccess();
    reader.put(READ_POSITION, JsonText.of("position", first.toString()));

    Answer now = reader.get(READ_POSITION).expect(200);
    assertThat(now.position()).isEqualTo(second);
    assertThat(now.json().getInt("unread")).isEqualTo(1);
  }

  @Test
  void noSessionCookieIsEverSet() {
    assertThat(notifications.as("somebody").get("/v1/pets").header("Set-Cookie")).isEmpty();
    assertThat(auctions.as("somebody").get("/v1/auctions").header("Set-Cookie")).isEmpty();
  }

  private void setPrice(String pet, int price) {
    notifications
        .as("a-seller", "seller")
        .put("/v1/pets/" + pet + "/price", JsonText.of("price", price))
        .expectSuccess();
  }

  private void setStatus(String pet, String status) {
    notifications
        .as("a-seller", "seller")
        .put("/v1/pets/" + pet + "/status", JsonText.of("status", status))
        .expectSuccess();
  }

  private static String header(SseClient client, String name) {
    return client.headers().firstValue(name).orElse("");
  }
}
