package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.outbox.NotificationDouble.Request;
import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.Roles;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was announced reaches notification-service, however long that is away. */
@ExtendWith(ArquillianExtension.class)
class OutboxIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private NotificationDouble notificationService;

  @Inject private Outbox outbox;
  @Inject private Identity identity;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war().addClass(NotificationDouble.class);
  }

  @BeforeEach
  void notificationServiceIsUnwell() throws IOException {
    notificationService = new NotificationDouble();
  }

  @AfterEach
  void notificationServiceEnds() {
    notificationService.isWell();
    await("an empty outbox").atMost(LIMIT).until(() -> outbox.first(1).isEmpty());
    notificationService.close();
  }

  @Test
  void keepsAnnouncementsUntilTheyHaveArrivedOnceAndInOrder() throws Exception {
    LiveAuction auction = soldToBob("rex");
    List<Parcel> announced = waiting(auction);
    assertThat(announced).extracting(Parcel::type).containsExactly("outbid", "auction-sold");
    await().atMost(LIMIT).until(() -> !notificationService.refused().isEmpty());
    assertThat(waiting(auction)).isEqualTo(announced);

    notificationService.isWell();
    awaitArrival(auction);
    String outbid = announced.get(0).id();
    String sold = announced.get(1).id();
    assertThat(arrivedIds(auction)).containsExactly(outbid, sold + ".end", sold + ".won");
    assertThat(notificationService.taken())
        .extracting(Request::authorization)
        .allMatch(each -> each.startsWith("Bearer "));
    String token = notificationService.taken().get(0).authorization().substring(7);
    AccessToken publisher = identity.verifier().verify(token);
    assertThat(publisher.roles()).containsExactly(Roles.PUBLISHER);
  }

  @Test
  void aSaleIsAskedForAtThePetThatWasSold() {
    notificationService.isWell();
    LiveAuction auction = soldToBob("rex");
    awaitArrival(auction);

    Request sale = arrived(auction).get(1);
    assertThat(sale.path()).isEqualTo("/v1/pets/rex/sale");
    assertThat(sale.object().getString("userId")).isEqualTo("bob");
    assertThat(sale.object().getJsonArray("events").getJsonObject(1).getString("audience"))
        .isEqualTo("bob");
  }

  @Test
  void aPetWhoseAddressWouldMeanSomethingElseIsToldOfAllTheSame() {
    notificationService.isWell();
    for (String petId : List.of(".", "..", "notifications")) {
      LiveAuction auction = soldToBob(petId);
      awaitArrival(auction);

      assertThat(arrivedIds(auction)).as(petId).hasSize(3);
      assertThat(arrived(auction))
          .as(petId)
          .extracting(Request::path)
          .containsOnly("/v1/notifications");
    }
  }

  @Test
  void whoWatchesAPetIsToldThatItsAuctionOpensAndThatItEndsSoon() {
    notificationService.isWell();
    ServiceClient.of("wim", "user").put("/v1/watches/luna");
    ServiceClient.of("zoe", "user").put("/v1/watches/luna");
    LiveAuction auction = LiveAuction.of("luna", Auction.SOON.plusSeconds(3));
    await("both are told of both").atMost(LIMIT).until(() -> arrivedIds(auction).size() == 4);

    assertThat(arrived(auction))
        .extracting(Request::path)
        .containsExactly("/v1/notifications", "/v1/notifications");
    assertThat(arrived(auction).get(0).body())
        .contains("\"type\":\"auction-opened\"", "\"wim\"", "\"zoe\"", "\"endsAt\"");
    assertThat(arrived(auction).get(1).body())
        .contains("\"type\":\"auction-ending-soon\"", "\"wim\"", "\"zoe\"", "\"endsAt\"");
    awaitArrival(auction);
  }

  @Test
  void whatIsRefusedAsInvalidIsSetAsideAndHoldsUpNobody() {
    double before = metric("petstore_outbox_refused");
    LiveAuction strange = soldToBob("strange-pet");
    notificationService.findsInvalid("strange-pet");
    notificationService.isWell();
    LiveAuction rex = soldToBob("rex");
    awaitArrival(rex);

    assertThat(arrived(strange)).isEmpty();
    assertThat(waiting(strange)).isEmpty();
    await().atMost(LIMIT).until(() -> metric("petstore_outbox_refused") == before + 2);
  }

  @Test
  void whatOnlyTheAddressOrTheMomentIsToBlameForWaits() {
    LiveAuction auction = soldToBob("rex");
    List<Parcel> announced = waiting(auction);
    assertStillWaitsAfter(400, "text/html", "<html/>", auction);
    assertStillWaitsAfter(404, "application/problem+json", "{\"code\":\"not-found\"}", auction);
    assertStillWaitsAfter(400, "application/problem+json", "[]", auction);
    assertStillWaitsAfter(429, "application/problem+json", "{\"code\":\"rate-limited\"}", auction);
    assertThat(waiting(auction)).isEqualTo(announced);

    notificationService.isWell();
    awaitArrival(auction);
    assertThat(arrivedIds(auction)).hasSize(3);
  }

  @Test
  void theFiguresTellHowMuchWaitsAndForHowLong() {
    LiveAuction auction = soldToBob("rex");

    await().atMost(LIMIT).until(() -> metric("petstore_outbox_waiting") >= 2);
    await().atMost(LIMIT).until(() -> metric("petstore_outbox_oldest_seconds") > 1);
    notificationService.isWell();
    awaitArrival(auction);
    await().atMost(LIMIT).until(() -> metric("petstore_outbox_waiting") == 0);
    assertThat(metric("petstore_outbox_oldest_seconds")).isZero();
  }

  private void assertStillWaitsAfter(int status, String type, String body, LiveAuction auction) {
    notificationService.answers(status, type, body);
    int before = notificationService.refused().size();
    await(status + " " + type)
        .atMost(LIMIT)
        .until(() -> notificationService.refused().size() > before);
    assertThat(waiting(auction)).as(status + " " + type).isNotEmpty();
  }

  private static LiveAuction soldToBob(String petId) {
    LiveAuction auction = LiveAuction.of(petId);
    auction.bid("ann", 10);
    auction.bid("bob", 11);
    auction.close();
    return auction;
  }

  private void awaitArrival(LiveAuction auction) {
    await("nothing waits").atMost(LIMIT).until(() -> waiting(auction).isEmpty());
  }

  /** Without what is for those who watch: of most auctions here there are none. */
  private List<Parcel> waiting(LiveAuction auction) {
    return outbox.first(1_000).stream()
        .filter(parcel -> parcel.data().contains(auction.id()) && !parcel.isForWatchers())
        .toList();
  }

  private List<Request> arrived(LiveAuction auction) {
    return notificationService.taken().stream()
        .filter(request -> request.body().contains(auction.id()))
        .toList();
  }

  private List<String> arrivedIds(LiveAuction auction) {
    return arrived(auction).stream().flatMap(request -> request.ids().stream()).toList();
  }

  private static double metric(String name) {
    return ServiceClient.nobody()
        .get("/metrics?scope=application")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
