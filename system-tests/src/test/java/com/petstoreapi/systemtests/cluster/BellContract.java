package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What happens at one node is told by the other, whatever carries the bell. What a node does not
 * hear it finds {@value #LOOK_SECONDS} s later in the journal: what is there sooner was heard.
 */
abstract class BellContract {
  static final int LOOK_SECONDS = 30;
  static final String LOOK_MILLIS = "30000";

  final Notifications here;
  final Notifications there;
  final Auctions hall;
  final Auctions otherHall;

  BellContract(Cluster cluster) {
    here = new Notifications(cluster.first());
    there = new Notifications(cluster.second());
    hall = new Auctions(cluster.first());
    otherHall = new Auctions(cluster.second());
  }

  @Test
  void aNotificationIsHeardAtTheOtherNode() {
    try (SseClient listener = there.listen("ann")) {
      here.publish("hello there");
      listener.await("notification", event -> Notifications.title(event).equals("hello there"));
    }
  }

  @Test
  void aBidIsHeardAtTheOtherNodeAndItMayAnswerIt() {
    String auction = hall.openWith("increment", 1);
    try (SocketClient ann = hall.join("ann", auction);
        SocketClient bob = otherHall.join("bob", auction)) {
      hall.bid("ann", auction, 1).expect(201);
      assertThat(bob.await("bid").getString("userId")).isEqualTo("ann");
      otherHall.bid("bob", auction, 2).expect(201);
      assertThat(ann.await("outbid").getInt("newAmount")).isEqualTo(2);
      assertThat(hall.bidLog(auction)).isEqualTo(otherHall.bidLog(auction)).hasSize(2);
    }
  }

  @Test
  void anAuctionThatOpensAtOneNodeIsFoundByWhoWatchesThePetAtTheOther() {
    String petId = "pet-" + UUID.randomUUID();
    try (SocketClient bob = otherHall.join("bob", hall.openWith())) {
      bob.send(JsonText.of("type", "watch", "petId", petId));
      bob.await("watching");
      String auction = hall.openWith("petId", petId, "increment", 1);
      bob.await("watching", told -> told.getJsonArray("auctions").toString().contains(auction));
      hall.bid("ann", auction, 1).expect(201);
      assertThat(bob.await("bid").getString("auctionId")).isEqualTo(auction);
    }
  }

  @Test
  void whoIsToGoGoesFromAllNodes() {
    String auction = hall.openWith();
    try (SocketClient eve = otherHall.join("eve", auction)) {
      sendAway("eve");
      assertThat(eve.awaitCloseCode()).isEqualTo(4403);
    }
  }

  /** Ends a user's connections, from the first node. */
  final void sendAway(String user) {
    String path = "/v1/admin/users/" + user + "/connections";
    hall.as("an-admin", "admin").send("DELETE", path, "").expect(200);
  }
}
