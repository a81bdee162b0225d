package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.socket.Sockets;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The socket as the container serves it; it is pinged every second. */
@ExtendWith(ArquillianExtension.class)
class AuctionSocketIT {
  @Inject private Sockets sockets;

  private LiveAuction auction;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void anAuctionIsOn() {
    auction = LiveAuction.open();
  }

  @AfterEach
  void everybodyWhoHasLeftIsLetGo() {
    await().atMost(Duration.ofSeconds(20)).until(() -> sockets.open() == 0);
  }

  @Test
  void beginsWithASnapshot() {
    String position = auction.bid("bob", 10);
    try (LiveSocket ann = auction.socket("ann", "")) {
      JsonObject snapshot = ann.awaitMessage("snapshot");
      assertThat(snapshot.getString("position")).isEqualTo(position);
      JsonObject state = snapshot.getJsonObject("auction");
      assertThat(state.getString("id")).isEqualTo(auction.id());
      assertThat(state.getString("status")).isEqualTo("OPEN");
      assertThat(state.getString("highBidder")).isEqualTo("bob");
      assertThat(state.getInt("minimumBid")).isEqualTo(11);
    }
  }

  @Test
  void aBidIsAcceptedAndToldToTheOthers() {
    try (LiveSocket ann = auction.socket("ann", "");
        LiveSocket bob = auction.socket("bob", "")) {
      bob.awaitMessage("snapshot");
      String key = ann.bid(10);
      JsonObject accepted = ann.awaitMessage("accepted");
      assertThat(accepted.getString("key")).isEqualTo(key);
      JsonObject told = bob.awaitMessage("bid");
      assertThat(told.getString("userId")).isEqualTo("ann");
      assertThat(told.getInt("amount")).isEqualTo(10);
      assertThat(told.getString("position")).isEqualTo(accepted.getString("position"));
    }
  }

  @Test
  void theOneWhoLedIsToldAloneThatHeDoesNoLonger() {
    try (LiveSocket ann = auction.socket("ann", "");
        LiveSocket bob = auction.socket("bob", "")) {
      ann.bid(10);
      ann.awaitMessage("accepted");
      bob.bid(12);
      assertThat(ann.awaitMessage("outbid").getInt("newAmount")).isEqualTo(12);
      bob.bid(13);
      assertThat(bob.awaitMessage("rejected").getString("code")).isEqualTo("already-leading");
      assertThat(bob.types()).doesNotContain("outbid");
    }
  }

  @Test
  void aBidThatIsTooLowIsRefusedWithTheLeastThatWouldDo() {
    try (LiveSocket ann = auction.socket("ann", "")) {
      ann.bid(9);
      JsonObject rejected = ann.awaitMessage("rejected");
      assertThat(rejected.getString("code")).isEqualTo("too-low");
      assertThat(rejected.getInt("minimumBid")).isEqualTo(10);
    }
  }

  @Test
  void resumesAfterThePositionThatWasSeenLast() {
    String seen = auction.bid("ann", 10);
    String missed = auction.bid("eve", 11);
    try (LiveSocket ann = auction.socket("ann", "?after=" + seen)) {
      ann.awaitMessage("resumed");
      assertThat(ann.awaitMessage("bid").getString("position")).isEqualTo(missed);
      auction.close();
      ann.awaitMessage("auction-end");
      assertThat(ann.types()).containsExactly("bid", "outbid", "resumed", "auction-end");
    }
  }

  @Test
  void tellsAResetAndAFreshSnapshotWhereThePositionIsNotKnown() {
    try (LiveSocket ann = auction.socket("ann", "?after=1-zzzzzz")) {
      assertThat(ann.awaitMessage("reset").getString("reason")).isEqualTo("unknown-epoch");
      ann.awaitMessage("snapshot");
      assertThat(ann.types()).containsExactly("reset", "snapshot");
    }
  }

  @Test
  void turnsAwayWhoComesForAnAuctionThatIsNot() {
    try (LiveSocket ann = ServiceClient.of("ann", "user").socket("/auctions/no-such-auction")) {
      assertThat(ann.awaitMessage("error").getString("code")).isEqualTo("not-found");
      assertThat(ann.awaitClose()).isEqualTo(1008);
    }
  }

  @Test
  void answersWhatItDoesNotUnderstandAndStaysOpen() {
    try (LiveSocket ann = auction.socket("ann", "")) {
      ann.send("[]");
      assertThat(ann.awaitMessage("error").getString("code")).isEqualTo("invalid-message");
      assertStillThere(ann);
    }
  }

  /** Liberty masks a ping's payload in place: with a read-only one the socket broke. */
  @Test
  void staysOpenOverThePings() {
    try (LiveSocket ann = auction.socket("ann", "")) {
      ann.awaitPings(3);
      assertStillThere(ann);
    }
  }

  private static void assertStillThere(LiveSocket socket) {
    socket.send("{\"type\":\"ping\",\"at\":17}");
    assertThat(socket.awaitMessage("pong").getInt("at")).isEqualTo(17);
    assertThat(socket.isOpen()).isTrue();
  }
}
