package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Onlooker;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in a room, on whatever node, over what becomes of the nodes. */
@WithCluster
class PresenceOfNodesIT {
  private final Cluster cluster;
  private final PetstoreServers here;
  private final PetstoreServers there;
  private final Auctions hall;

  PresenceOfNodesIT(BrokeredCluster brokered) {
    cluster = brokered.nodes();
    here = cluster.first();
    there = cluster.second();
    hall = new Auctions(cluster);
  }

  @BeforeEach
  void theNodesHearEachOther() {
    Waiting.upTo(30, "each hears the other").until(() -> hears(here) && hears(there));
  }

  private static boolean hears(PetstoreServers node) {
    return node.auction().metric("petstore_presence_nodes") >= 1;
  }

  @Test
  void peopleOnBothNodesSeeEachOther() {
    String auction = hall.open();
    try (Onlooker ann = Onlooker.enter(here, "ann", auction);
        Onlooker bob = Onlooker.enter(there, "bob", auction)) {
      ann.awaitHere(5, Set.of("ann", "bob"));
      bob.awaitHere(5, Set.of("ann", "bob"));
      for (PetstoreServers node : Set.of(here, there)) {
        assertThat(count(node, auction)).isEqualTo(2);
        assertThat(new Auctions(node).state(auction).getInt("watchers")).isEqualTo(2);
      }
    }
  }

  @Test
  void whoMovesToTheOtherNodeIsNeitherToldGoneNorComeAgain() {
    String auction = hall.open();
    try (Onlooker bob = Onlooker.enter(there, "bob", auction)) {
      Onlooker ann = Onlooker.enter(here, "ann", auction);
      Onlooker dan = Onlooker.enter(here, "dan", auction);
      bob.awaitHere(5, Set.of("ann", "bob", "dan"));
      ann.close();
      dan.close(); // after her, and he does not come back
      try (Onlooker moved = Onlooker.enter(there, "ann", auction)) {
        bob.awaitLeft(20, "dan");
        assertThat(bob.left()).containsExactly("dan");
        assertThat(bob.joined()).containsOnlyOnce("ann");
        assertThat(moved.socket().isOpen()).isTrue();
      }
    }
  }

  @Test
  void thePeopleOfAKilledNodeAreGoneWithinThirtySecondsButForWhoCameBack() {
    String auction = hall.open();
    try (Onlooker bob = Onlooker.enter(here, "bob", auction)) {
      Onlooker.enter(there, "ann", auction);
      Onlooker.enter(there, "dan", auction);
      bob.awaitHere(5, Set.of("ann", "bob", "dan"));
      there.auction().kill();
      long killed = System.nanoTime();
      try (Onlooker back = Onlooker.enter(here, "ann", auction)) {
        bob.awaitLeft(30, "dan");
        System.out.printf("gone %.1f s after the kill%n", (System.nanoTime() - killed) / 1e9);
        assertThat(bob.left()).containsExactly("dan");
        assertThat(bob.joined()).containsOnlyOnce("ann");
        back.awaitHere(5, Set.of("ann", "bob"));
      }
    }
  }

  @Test
  void aNodeThatStopsSaysSoAndOneThatStartsSoonKnowsWhoIsHere() {
    String auction = hall.open();
    try (Onlooker bob = Onlooker.enter(here, "bob", auction)) {
      Onlooker.enter(there, "dan", auction);
      bob.awaitHere(5, Set.of("bob", "dan"));
      there.auction().stop();
      bob.awaitLeft(13, "dan"); // ten, and what it takes; fifteen at the least without its word
      there.ensureRunning();
      Waiting.await("it has heard who is here").until(() -> count(there, auction) == 1);
    }
  }

  private static int count(PetstoreServers node, String auction) {
    JsonObject presence =
        new Auctions(node)
            .as("a-reader")
            .get("/v1/auctions/" + auction + "/presence")
            .expect(200)
            .json();
    return presence.getInt("count");
  }
}
