package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.Roles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile int answer = 503;
  private HttpServer notificationService;

  @Inject private Outbox outbox;
  @Inject private Identity identity;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void notificationServiceIsUnwell() throws IOException {
    notificationService = HttpServer.create(new InetSocketAddress("localhost", 9482), 0);
    notificationService.createContext("/v1/notifications", this::take);
    notificationService.start();
  }

  @AfterEach
  void notificationServiceEnds() {
    notificationService.stop(0);
  }

  @Test
  void keepsAnnouncementsUntilTheyHaveArrivedOnceAndInOrder() throws Exception {
    LiveAuction auction = LiveAuction.open();
    auction.bid("ann", 10);
    auction.bid("bob", 11);
    auction.close();
    List<String> announced = waiting(auction);
    assertThat(announced).hasSize(3);
    await().atMost(LIMIT).until(() -> refused.containsAll(announced));
    assertThat(waiting(auction)).isEqualTo(announced);

    answer = 201;
    await().atMost(LIMIT).until(() -> waiting(auction).isEmpty());
    assertThat(arrived.stream().filter(announced::contains)).containsExactlyElementsOf(announced);
    AccessToken publisher = identity.verifier().verify(authorizations.get(0).substring(7));
    assertThat(authorizations).allMatch(each -> each.startsWith("Bearer "));
    assertThat(publisher.roles()).containsExactly(Roles.PUBLISHER);
  }

  /** The ids of that auction's announcements which are still in the outbox. */
  private List<String> waiting(LiveAuction auction) {
    return outbox.first(1_000).stream()
        .filter(parcel -> parcel.data().contains(auction.id()))
        .map(Parcel::id)
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    int status = answer;
    try (exchange;
        JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      List<String> ids =
          reader.readArray().stream().map(each -> each.asJsonObject().getString("id")).toList();
      if (status == 201) {
        arrived.addAll(ids);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
      } else {
        refused.addAll(ids);
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
