package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches a pet is told of its auctions wherever he is: once, and nobody else is. */
@WithServers
class WatchListsIT {
  private static final Duration A_BIT_MORE_THAN_SOON = Duration.ofMinutes(5).plusSeconds(3);
  private static final String OPENED = "auction-opened";
  private static final String ENDING_SOON = "auction-ending-soon";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private String pet;
  private String before;

  WatchListsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @BeforeEach
  void twoWatchAPet() {
    pet = notifications.newPet("Milo");
    watch("ann");
    watch("bob");
    before = notifications.publish("before").toString();
  }

  @Test
  void anAuctionThatOpensAtOnceIsToldToThoseWhoWatchThePet() {
    String auction = auctions.openWith("petId", pet, "title", "Milo", "startingPrice", 12.50);

    JsonObject told = assertToldOnce("ann", OPENED);
    assertThat(told.getString("auctionId")).isEqualTo(auction);
    assertThat(told.getString("title")).isEqualTo("Milo");
    assertThat(told.getJsonNumber("amount").bigDecimalValue()).isEqualByComparingTo("12.50");
    assertThat(told.getString("currency")).isEqualTo("USD");
    assertThat(Instant.parse(told.getString("endsAt"))).isAfter(Instant.now());
    assertToldOnce("bob", OPENED);
    assertThat(toldTo("eve")).isEmpty();
  }

  @Test
  void soIsOneThatTheClockOpens() {
    String opensAt = Auctions.in(Duration.ofSeconds(3));
    String auction = auctions.openWith("petId", pet, "opensAt", opensAt);
    assertThat(toldTo("ann")).isEmpty();

    assertThat(assertToldOnce("ann", OPENED).getString("auctionId")).isEqualTo(auction);
    assertToldOnce("bob", OPENED);
    assertThat(toldTo("eve")).isEmpty();
  }

  @Test
  void fiveMinutesBeforeTheEndTheyAreToldAgain() {
    String endsAt = Auctions.in(A_BIT_MORE_THAN_SOON);
    auctions.openWith("petId", pet, "endsAt", endsAt);

    JsonObject told = assertToldOnce("ann", OPENED, ENDING_SOON);
    assertThat(Instant.parse(told.getString("endsAt"))).isEqualTo(endsAt);
    assertToldOnce("bob", OPENED, ENDING_SOON);
    assertThat(toldTo("eve")).isEmpty();
  }

  @Test
  void whatIsDueWhileNobodyIsUpIsToldAfterwards() {
    auctions.openWith("petId", pet, "endsAt", Auctions.in(A_BIT_MORE_THAN_SOON));
    servers.notification().kill();
    servers.auction().kill();
    Instant killed = Instant.now();
    Waiting.await("the end is near").until(() -> Instant.now().isAfter(killed.plusSeconds(3)));
    servers.auction().start();
    servers.notification().start();

    assertToldOnce("ann", OPENED, ENDING_SOON);
    assertToldOnce("bob", OPENED, ENDING_SOON);
  }

  @Test
  void theListOutlivesARestart() {
    servers.auction().kill();
    servers.auction().start();
    auctions.as("bob").send("DELETE", path(), "").expect(204);
    assertThat(auctions.as("ann").get(path()).expect(200).text("petId")).isEqualTo(pet);
    auctions.openWith("petId", pet);

    assertToldOnce("ann", OPENED);
    assertThat(toldTo("bob")).isEmpty();
  }

  /** Waits for the last of these types; returns its data. */
  private JsonObject assertToldOnce(String user, String... types) {
    String last = types[types.length - 1];
    try (SseClient listener = notifications.listenAfter(before, user)) {
      listener.await(last, this::ofThePet);
    }
    List<SseEvent> told = toldTo(user);
    assertThat(told).as(user).extracting(SseEvent::type).containsExactly(types);
    return told.get(types.length - 1).json();
  }

  /** What the user was told of the pet since the test's beginning. */
  private List<SseEvent> toldTo(String user) {
    String end = "end-" + System.nanoTime();
    notifications.publish(end);
    try (SseClient listener = notifications.listenAfter(before, user)) {
      listener.await("notification", event -> Notifications.title(event).equals(end));
      return listener.events().stream().filter(this::ofThePet).toList();
    }
  }

  private boolean ofThePet(SseEvent event) {
    return event.json().getString("petId", "").equals(pet);
  }

  private void watch(String user) {
    auctions.as(user).send("PUT", path(), "").expect(204);
  }

  private String path() {
    return "/v1/watches/" + pet;
  }
}
