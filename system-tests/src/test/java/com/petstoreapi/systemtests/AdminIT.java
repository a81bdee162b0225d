package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator sees what is open, ends it, and has the loggers say more for a while. */
@WithServers
class AdminIT {
  private static final String CONNECTIONS = "/v1/admin/connections";
  private static final String STREAMS = "/v1/admin/streams";
  private static final String LOGGER =
      "/v1/admin/log-levels/com.petstoreapi.edge.identity.TokenMechanism";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final HttpApi store;
  private final HttpApi house;

  AdminIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
    this.store = notifications.as("root", "admin");
    this.house = auctions.as("root", "admin");
  }

  @Test
  void seesWhoIsConnectedPageByPage() {
    List<SseClient> streams = Stream.generate(() -> notifications.listen("seen")).limit(5).toList();
    Position last = notifications.publish("to be seen");
    streams.forEach(stream -> stream.await("notification", e -> e.position().equals(last)));
    List<JsonObject> seen = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      JsonObject page = get(store, CONNECTIONS + "?user=seen&limit=2&cursor=" + cursor.get());
      assertThat(page.getString("node")).isNotEmpty();
      seen.addAll(items(page));
      cursor = Optional.ofNullable(page.getString("next", null));
    }
    assertThat(seen).hasSize(5);
    assertThat(seen.stream().map(item -> item.getString("id")).toList()).doesNotHaveDuplicates();
    JsonObject first = seen.get(0);
    assertThat(first.getString("transport")).isEqualTo("sse");
    assertThat(first.getString("stream")).isEqualTo("notifications");
    assertThat(Position.parse(first.getString("position"))).isGreaterThanOrEqualTo(last);
    assertThat(first.getInt("lag")).isZero();
    assertThat(first.getInt("batches")).isPositive();
    assertThat(items(get(store, CONNECTIONS + "?user=seen&transport=websocket"))).isEmpty();
    assertThat(items(get(store, CONNECTIONS + "?user=seen&minLag=1"))).isEmpty();
    streams.forEach(SseClient::close);
  }

  @Test
  void endsOneConnectionAndNoOther() {
    String auction = auctions.open();
    try (SocketClient leaving = auctions.join("two-windows", auction);
        SocketClient staying = auctions.join("two-windows", auction)) {
      List<JsonObject> both = items(get(house, CONNECTIONS + "?user=two-windows"));
      assertThat(both).extracting(one -> one.getString("transport")).containsOnly("websocket");
      assertThat(both)
          .extracting(one -> one.getString("stream"))
          .containsOnly("auction/" + auction);
      String path = CONNECTIONS + "/" + both.get(0).getString("id");
      house.send("DELETE", path, "").expect(204);
      assertThat(leaving.awaitCloseCode()).isEqualTo(4403);
      Waiting.await("it is gone")
          .until(() -> house.send("DELETE", path, "").status(), status -> status == 404);
      assertThat(staying.isOpen()).isTrue();
    }
  }

  @Test
  void seesTheStreamsAndWhoIsFurthestBack() {
    String auction = auctions.open();
    try (SocketClient socket = auctions.join("watcher", auction)) {
      Position bid = auctions.bid("bidder", auction, 5).expect(201).position();
      socket.await("bid");
      JsonObject stream = streamOf(auction);
      assertThat(Position.parse(stream.getString("head"))).isGreaterThanOrEqualTo(bid);
      assertThat(stream.getInt("cursors")).isEqualTo(1);
      assertThat(stream.getInt("tailEvents")).isPositive();
      assertThat(stream.getInt("tailBytes")).isGreaterThan(stream.getInt("tailEvents"));
      String slowest = stream.getJsonObject("slowest").getString("connection");
      assertThat(items(get(house, CONNECTIONS + "?user=watcher")))
          .extracting(one -> one.getString("id"))
          .contains(slowest);
    }
  }

  @Test
  void hasALoggerSayMoreForAWhile() throws IOException {
    HttpApi stranger = new HttpApi(servers.notification("/"), "not.a.token");
    stranger.get("/v1/pets").expect(401);
    assertThat(log()).doesNotContain("FINE token refused");
    JsonObject set =
        store.put(LOGGER, JsonText.of("level", "FINE", "minutes", 5)).expect(200).json();
    assertThat(set.getString("level")).isEqualTo("FINE");
    assertThat(set.getString("until")).endsWith("Z");
    stranger.get("/v1/pets").expect(401);
    Waiting.await("the detail is written").until(() -> log().contains("FINE token refused"));

    store.send("DELETE", LOGGER, "").expect(204);
    JsonObject back = get(store, LOGGER);
    assertThat(back.getString("level")).isEqualTo("INFO");
    assertThat(back.containsKey("until")).isFalse();
  }

  @Test
  void refusesWhatIsNoLevelAndNoLoggerOfOurs() {
    store.put(LOGGER, JsonText.of("level", "OFF")).expect(400);
    store.put(LOGGER, JsonText.of("level", "FINE", "minutes", 0)).expect(400);
    store.put("/v1/admin/log-levels/java.net", JsonText.of("level", "FINE")).expect(404);
    store.get(CONNECTIONS + "?transport=pigeon").expect(400);
    store.get(CONNECTIONS + "?cursor=%20").expect(400);
  }

  @Test
  void isThereForAdminsAloneAndWritesDownWhatTheyDo() throws IOException {
    for (String path : List.of(CONNECTIONS, STREAMS, LOGGER)) {
      notifications.as("nosy").get(path).expect(403);
      notifications.anonymous().get(path).expect(401);
    }
    store.send("DELETE", CONNECTIONS + "/none", "").expect(404);
    store.send("DELETE", "/v1/admin/users/no/connections", "").expect(200);
    Waiting.await("all is written down")
        .untilAsserted(
            () ->
                assertThat(log())
                    .contains(
                        "who=root what=DELETE whom=/v1/admin/connections/none outcome=404",
                        "who=root what=DELETE whom=/v1/admin/users/no/connections outcome=200",
                        "who=nosy what=GET whom=/v1/admin/streams outcome=403"));
  }

  private JsonObject streamOf(String auction) {
    Answer page = house.get(STREAMS + "?limit=1&cursor=auction/" + auction.substring(0, 35));
    JsonObject stream = items(page.expect(200).json()).get(0);
    assertThat(stream.getString("name")).isEqualTo("auction/" + auction);
    return stream;
  }

  private static JsonObject get(HttpApi api, String path) {
    return api.get(path).expect(200).json();
  }

  private static List<JsonObject> items(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private String log() throws IOException {
    return Files.readString(
        servers.userDirectory().resolve("servers/notification/logs/messages.log"));
  }
}
