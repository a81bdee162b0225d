package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.socket.Sockets;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A socket in one auction hears of the auctions of other pets as well. */
@ExtendWith(ArquillianExtension.class)
class WatchedPetsIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject private Sockets sockets;
  @Inject private Lookout lookout;
  @Inject private AuctionStreams streams;

  private LiveAuction own;
  private LiveAuction luna;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void twoAuctionsAreOn() {
    own = LiveAuction.of("own-pet");
    luna = LiveAuction.of("luna-" + System.nanoTime());
  }

  @AfterEach
  void everybodyWhoHasLeftIsLetGo() {
    await().atMost(LIMIT).until(() -> sockets.open() == 0);
    await().atMost(LIMIT).until(() -> lookout.pets() == 0 && lookout.followed() == 0);
    assertThat(streams.stream(own.id()).listeners()).isZero();
    assertThat(streams.stream(luna.id()).listeners()).isZero();
  }

  @Test
  void whatHappensInAWatchedAuctionComesWithItsIdAndItsPosition() {
    try (LiveSocket ann = own.socket("ann", "")) {
      watch(ann, luna.state().getString("petId"));
      assertThat(auctions(ann.awaitMessage("watching"))).containsExactly(luna.id());
      String position = luna.bid("bob", 10);
      JsonObject bid = ann.awaitMessage("bid");
      assertThat(bid.getString("auctionId")).isEqualTo(luna.id());
      assertThat(bid.getString("position")).isEqualTo(position);
    }
  }

  @Test
  void anAuctionThatOpensLaterIsFoundAndTold() {
    String pet = "milo-" + System.nanoTime();
    try (LiveSocket ann = own.socket("ann", "")) {
      watch(ann, pet);
      assertThat(auctions(ann.awaitMessage("watching"))).isEmpty();
      LiveAuction milo = LiveAuction.of(pet);
      milo.bid("bob", 10);
      JsonObject bid = ann.awaitMessage("bid");
      assertThat(bid.getString("auctionId")).isEqualTo(milo.id());
      assertThat(ann.types()).containsExactly("snapshot", "watching", "watching", "bid");
    }
  }

  @Test
  void aWatchedAuctionsEndLeavesTheSocketOpenAndItsOwnClosesIt() {
    try (LiveSocket ann = own.socket("ann", "")) {
      watch(ann, luna.state().getString("petId"));
      ann.awaitMessage("watching");
      luna.close();
      assertThat(ann.awaitMessage("auction-end").getString("auctionId")).isEqualTo(luna.id());
      await().atMost(LIMIT).until(() -> lookout.followed() == 0);
      assertThat(ann.isOpen()).isTrue();
      own.close();
      assertThat(ann.awaitClose()).isEqualTo(1000);
    }
  }

  @Test
  void anUnwatchedPetIsToldOfNoMore() {
    String pet = luna.state().getString("petId");
    try (LiveSocket ann = own.socket("ann", "")) {
      watch(ann, pet);
      ann.awaitMessage("watching");
      ann.send("{\"type\":\"unwatch\",\"petId\":\"" + pet + "\"}");
      assertThat(ann.awaitMessage("unwatched").getString("petId")).isEqualTo(pet);
      luna.bid("bob", 10);
      String told = own.bid("bob", 10);
      assertThat(ann.awaitMessage("bid").getString("position")).isEqualTo(told);
      assertThat(ann.types()).containsExactly("snapshot", "watching", "unwatched", "bid");
    }
  }

  @Test
  void theTwentyFirstPetIsRefused() {
    try (LiveSocket ann = own.socket("ann", "")) {
      for (int i = 0; i <= WatchedPets.MOST_PETS; i++) {
        watch(ann, "pet-" + i);
      }
      assertThat(ann.awaitMessage("error").getString("code")).isEqualTo("limit-reached");
      assertThat(ann.isOpen()).isTrue();
    }
  }

  private static void watch(LiveSocket socket, String petId) {
    socket.send("{\"type\":\"watch\",\"petId\":\"" + petId + "\"}");
  }

  private static List<String> auctions(JsonObject watching) {
    return watching.getJsonArray("auctions").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
