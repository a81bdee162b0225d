package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens at one node is told by the other. The broker's end comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BellIT {
  @AutoClose private static final Cluster CLUSTER = Cluster.start();

  private final Notifications here = new Notifications(CLUSTER.node(0));
  private final Notifications there = new Notifications(CLUSTER.node(1));
  private final Auctions hall = new Auctions(CLUSTER.node(0));
  private final Auctions otherHall = new Auctions(CLUSTER.node(1));

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
  void whoIsToGoGoesFromAllNodes() {
    String auction = hall.openWith();
    try (SocketClient ann = otherHall.join("ann", auction)) {
      hall.as("an-admin", "admin")
          .send("DELETE", "/v1/admin/users/ann/connections", "")
          .expect(200);
      assertThat(ann.awaitCloseCode()).isEqualTo(4403);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void withoutTheBrokerItIsHeardAllTheSame() {
    CLUSTER.broker().kill();
    try (SseClient listener = there.listen("ann")) {
      here.publish("no bell");
      listener.await("notification", event -> Notifications.title(event).equals("no bell"));
    } finally {
      CLUSTER.broker().restart();
    }
  }
}
