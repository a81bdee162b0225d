package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of an auction becomes an adoption: once, whichever of the two services is killed. */
@WithServers
class SoldPetsIT {
  private static final String LOSER = "bidder-a";
  private static final String WINNER = "bidder-b";
  private static final Duration AS_LONG_AS_FIGURES_ARE_KEPT = Duration.ofMillis(1_200);

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final HttpApi admin;
  private String pet;
  private String before;

  SoldPetsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
    this.admin = auctions.as("an-admin", "admin");
  }

  @BeforeEach
  void aPetIsInTheStore() {
    pet = notifications.newPet("Bello");
    before = notifications.publish("before").toString();
  }

  @Test
  void aSaleIsAnAdoption() {
    close(withTwoBids(auctions.openWith("petId", pet)));

    List<SseEvent> told = assertSoldOnce();
    JsonObject end = told.get(2).json();
    assertThat(end.getString("status")).isEqualTo("SOLD");
    assertThat(end.getString("winner")).isEqualTo(WINNER);
    assertThat(end.getInt("amount")).isEqualTo(20);
    assertThat(told.get(1).json().getString("userId")).isEqualTo(WINNER);
  }

  @Test
  void aSaleWhileNotificationServiceIsDownIsAnAdoptionWhenItComesBack() {
    String auction = withTwoBids(auctions.openWith("petId", pet));
    servers.notification().kill();
    close(auction);
    Waiting.await("the sale waits")
        .until(() -> servers.auction().metric("petstore_outbox_waiting") >= 1);
    servers.notification().start();

    assertSoldOnce();
  }

  @Test
  void aSaleSurvivesAKillOfAuctionServiceRightAfterTheEnd() {
    close(withTwoBids(auctions.openWith("petId", pet)));
    servers.auction().kill();
    servers.auction().start();

    assertSoldOnce();
  }

  @Test
  void aSaleSurvivesAKillOfBoth() {
    String auction = withTwoBids(auctions.openWith("petId", pet));
    servers.notification().kill();
    close(auction);
    servers.auction().kill();
    servers.notification().start();
    servers.auction().start();

    assertSoldOnce();
  }

  @Test
  void anAnonymousWinnerIsNotNamedByTheAdoption() {
    close(withTwoBids(auctions.openWith("petId", pet, "bidders", "anonymous")));

    List<SseEvent> told = assertSoldOnce();
    assertThat(told.get(1).json().getString("userId"))
        .isEqualTo(told.get(2).json().getString("winner"))
        .startsWith("bidder-")
        .isNotIn(LOSER, WINNER);
  }

  @Test
  void whereTheSecondPriceCountsThatIsTold() {
    close(withTwoBids(auctions.openWith("petId", pet, "format", "sealed-second-price")));

    assertThat(assertSoldOnce().get(2).json().getInt("amount")).isEqualTo(10);
  }

  @Test
  void aPetThatWasAdoptedMeanwhileIsLeftAloneAndTheEndIsToldAllTheSame() {
    String auction = withTwoBids(auctions.openWith("petId", pet));
    notifications.as("a-visitor").send("POST", path() + "/adoption", "{}").expect(201);
    close(auction);

    List<SseEvent> told = toldTo(WINNER);
    assertThat(told)
        .extracting(SseEvent::type)
        .containsExactly("status-change", "adoption", "auction-end", "auction-won");
    assertThat(told.get(1).json().getString("userId")).isEqualTo("a-visitor");
  }

  @Test
  void anEndWithoutASaleIsToldAndLeavesThePet() {
    close(auctions.openWith("petId", pet));

    assertEndedWithoutASale("UNSOLD");
  }

  @Test
  void aCancellationIsToldAndLeavesThePet() {
    String auction = withTwoBids(auctions.openWith("petId", pet));
    admin.send("POST", "/v1/auctions/" + auction + "/cancel", "").expect(200);

    assertEndedWithoutASale("CANCELLED");
  }

  private void assertEndedWithoutASale(String status) {
    List<SseEvent> told = toldTo(WINNER);
    assertThat(told).extracting(SseEvent::type).containsExactly("auction-end");
    assertThat(told.get(0).json().getString("status")).isEqualTo(status);
    assertThat(told.get(0).json()).doesNotContainKeys("winner", "amount");
    assertThat(petStatus()).isEqualTo("AVAILABLE");
  }

  /** Returns what the winner was told of the pet. */
  private List<SseEvent> assertSoldOnce() {
    List<SseEvent> told = toldTo(WINNER);
    assertThat(told)
        .extracting(SseEvent::type)
        .containsExactly("status-change", "adoption", "auction-end", "auction-won");
    assertThat(told.get(0).json().getString("status")).isEqualTo("ADOPTED");
    assertThat(petStatus()).isEqualTo("ADOPTED");
    assertThat(toldTo(LOSER))
        .extracting(SseEvent::type)
        .contains("adoption", "auction-end")
        .doesNotContain("auction-won");
    return told;
  }

  /** What a user was told of the pet since the test's beginning, when nothing waits any more. */
  private List<SseEvent> toldTo(String user) {
    try (SseClient listener = notifications.listenAfter(before, user)) {
      listener.await("auction-end", this::ofThePet);
      Waiting.await("nothing waits in the outbox")
          .during(AS_LONG_AS_FIGURES_ARE_KEPT)
          .until(() -> servers.auction().metric("petstore_outbox_waiting") == 0);
      String end = "end-" + System.nanoTime();
      notifications.publish(end);
      listener.await("notification", event -> Notifications.title(event).equals(end));
      return listener.events().stream().filter(this::ofThePet).toList();
    }
  }

  private boolean ofThePet(SseEvent event) {
    return event.json().getString("petId", "").equals(pet);
  }

  private String withTwoBids(String auction) {
    auctions.bid(LOSER, auction, 10).expect(201);
    auctions.bid(WINNER, auction, 20).expect(201);
    return auction;
  }

  private void close(String auction) {
    admin.send("POST", "/v1/auctions/" + auction + "/close", "").expect(200);
  }

  private String petStatus() {
    return notifications.as(WINNER).get(path()).expect(200).text("status");
  }

  private String path() {
    return "/v1/pets/" + pet;
  }
}
