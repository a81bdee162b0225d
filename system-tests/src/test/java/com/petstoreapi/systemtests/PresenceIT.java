package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Onlooker;
import com.petstoreapi.systemtests.support.Patient;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is in an auction room, as those see it who are there. */
@WithServers
class PresenceIT {
  private static final int LISTENERS = 20;
  private static final int PEOPLE = 200;

  private final PetstoreServers servers;
  private final Auctions auctions;

  PresenceIT(PetstoreServers servers) {
    this.servers = servers;
    this.auctions = new Auctions(servers);
  }

  @Test
  @Patient
  void twoHundredComeAndGoAtOnceAndAllKnowInTheEndWhoIsHereByAMessageASecond() {
    String auction = auctions.open();
    List<Onlooker> listeners = new ArrayList<>();
    for (int i = 0; i < LISTENERS; i++) {
      listeners.add(enter("listener-" + i, auction));
    }
    List<Callable<List<SocketClient>>> people = new ArrayList<>();
    IntStream.range(0, PEOPLE).forEach(i -> people.add(() -> comeAndGo(i, auction)));
    List<List<SocketClient>> stayed = Crowd.of(people);

    Set<String> expected = new TreeSet<>();
    IntStream.range(0, LISTENERS).forEach(i -> expected.add("listener-" + i));
    IntStream.range(0, PEOPLE).filter(i -> i % 2 == 1).forEach(i -> expected.add("visitor-" + i));
    for (Onlooker listener : listeners) {
      listener.awaitHere(30, expected);
      assertThat(listener.messages()).isLessThanOrEqualTo(1 + (int) listener.seconds());
    }
    JsonObject presence = presence("ann", auction);
    assertThat(presence.getInt("count")).isEqualTo(expected.size());
    assertThat(presence.getJsonArray("users")).hasSize(expected.size());
    assertThat(auctions.state(auction).getInt("watchers")).isEqualTo(expected.size());
    System.out.printf(
        "presence: %d messages in %.0f s while %d came and %d went again%n",
        listeners.get(0).messages(), listeners.get(0).seconds(), PEOPLE, PEOPLE / 2);
    listeners.forEach(Onlooker::close);
    stayed.forEach(sockets -> sockets.forEach(SocketClient::close));
  }

  /** The even ones go again; the odd ones lose their connection, come back and stay. */
  private List<SocketClient> comeAndGo(int i, String auction) {
    SocketClient first = auctions.join("visitor-" + i, auction);
    first.close();
    return i % 2 == 0 ? List.of() : List.of(auctions.join("visitor-" + i, auction));
  }

  @Test
  @Patient
  void whoHasSeveralTabsOrIsSoonBackIsNeitherToldTwiceNorGone() {
    String auction = auctions.open();
    try (Onlooker bob = enter("bob", auction)) {
      Onlooker tab = enter("ann", auction);
      Onlooker otherTab = enter("ann", auction);
      Onlooker dan = enter("dan", auction);
      tab.close();
      otherTab.close();
      dan.close(); // after her, and he does not come back
      try (Onlooker back = enter("ann", auction)) {
        bob.awaitLeft(20, "dan");
        bob.awaitHere(5, Set.of("ann", "bob"));
        assertThat(bob.joined()).containsOnlyOnce("ann");
        assertThat(bob.left()).containsExactly("dan");
        assertThat(back.names()).isEqualTo(bob.names());
      }
    }
  }

  @Test
  @Patient
  void whoListensOverServerSentEventsIsHereToo() {
    String auction = auctions.open();
    try (Onlooker bob = enter("bob", auction)) {
      try (SseClient eve = SseClient.open(auctions.events(auction), servers.tokens().of("eve"))) {
        assertThat(eve.isOpen()).isTrue();
        bob.awaitHere(10, Set.of("bob", "eve"));
        assertThat(presence("ann", auction))
            .isEqualTo(JsonText.parse("{\"count\":2,\"users\":[\"bob\",\"eve\"]}"));
      }
      bob.awaitHere(30, Set.of("bob"));
    }
  }

  @Test
  void anonymousBiddersAreHereByTheNamesThatTheirBidsBear() {
    String auction = auctions.openWith("bidders", "anonymous");
    try (Onlooker bob = enter("bob", auction);
        Onlooker ann = enter("ann-the-secret", auction)) {
      Waiting.await("she is there").until(() -> bob.count() == 2);
      auctions.bid("ann-the-secret", auction, 10).expect(201);
      String name = bob.socket().await("bid").getString("userId");
      assertThat(bob.names()).contains(name).noneMatch(one -> one.contains("ann-the-secret"));
      assertThat(ann.names()).isEqualTo(bob.names());
      assertThat(presence("cid", auction).toString()).contains(name).doesNotContain("ann-the-");
    }
  }

  @Test
  void comesAfterWhatWasMissed() {
    String auction = auctions.open();
    auctions.bid("ann", auction, 1).expect(201);
    auctions.bid("bob", auction, 2).expect(201);
    Position first = auctions.firstBid(auction).position();
    try (SocketClient cid =
        SocketClient.open(
            auctions.socket(auction, "?after=" + first), servers.tokens().of("cid"))) {
      cid.await("presence");
      List<String> types =
          cid.messages("bid", "resumed", "presence").stream()
              .map(message -> message.getString("type"))
              .toList();
      assertThat(types).containsExactly("bid", "resumed", "presence");
    }
  }

  @Test
  void ofAnAuctionThatIsNotThereNothingIsTold() {
    assertThat(auctions.as("ann").get("/v1/auctions/no-such/presence").expect(404).text("code"))
        .isEqualTo("not-found");
    String auction = auctions.open();
    auctions.anonymous().get("/v1/auctions/" + auction + "/presence").expect(401);
    assertThat(presence("ann", auction)).isEqualTo(JsonText.parse("{\"count\":0,\"users\":[]}"));
  }

  private Onlooker enter(String user, String auction) {
    return Onlooker.enter(servers, user, auction);
  }

  private JsonObject presence(String user, String auction) {
    return auctions.as(user).get("/v1/auctions/" + auction + "/presence").expect(200).json();
  }
}
