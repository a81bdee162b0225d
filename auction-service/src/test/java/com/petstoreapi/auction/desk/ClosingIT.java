package com.petstoreapi.auction.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auction ends by itself, and its sockets with it. */
@ExtendWith(ArquillianExtension.class)
class ClosingIT {
  private static final Duration SOON = Duration.ofSeconds(3);

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @Test
  void theHighestBidderWinsWhenTheTimeIsUp() {
    LiveAuction auction = LiveAuction.lasting(SOON);
    try (LiveSocket ann = auction.socket("ann", "")) {
      ann.bid(10);
      ann.awaitMessage("accepted");
      JsonObject end = ann.awaitMessage("auction-end");
      assertThat(end.getString("status")).isEqualTo("SOLD");
      assertThat(end.getString("winner")).isEqualTo("ann");
      assertThat(end.getInt("amount")).isEqualTo(10);
      assertThat(ann.awaitClose()).isEqualTo(1000);
    }
  }

  @Test
  void withoutBidsItGoesUnsold() {
    LiveAuction auction = LiveAuction.lasting(Duration.ofSeconds(2));
    try (LiveSocket ann = auction.socket("ann", "")) {
      JsonObject end = ann.awaitMessage("auction-end");
      assertThat(end.getString("status")).isEqualTo("UNSOLD");
      assertThat(end).doesNotContainKeys("winner", "amount");
      assertThat(ann.awaitClose()).isEqualTo(1000);
    }
  }

  @Test
  void endsThoughNobodyLooksOn() {
    LiveAuction auction = LiveAuction.lasting(Duration.ofSeconds(2));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> auction.state().getString("status").equals("UNSOLD"));
  }

  @Test
  void whoComesLateIsToldAndSentHome() {
    LiveAuction auction = LiveAuction.open();
    auction.close();
    try (LiveSocket ann = auction.socket("ann", "")) {
      assertThat(ann.awaitMessage("snapshot").getJsonObject("auction").getString("status"))
          .isEqualTo("UNSOLD");
      assertThat(ann.awaitClose()).isEqualTo(1000);
    }
    assertThat(
            ServiceClient.of("ann", "user")
                .post("/v1/auctions/" + auction.id() + "/bids", "{\"amount\":10}")
                .statusCode())
        .isEqualTo(409);
  }
}
