package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One socket hears of the auctions of all pets that its user watches on it. */
@WithServers
class WatchedPetsIT {
  private static final int BIDDERS = 8;
  private static final int TRIES_EACH = 25;

  private final PetstoreServers servers;
  private final Auctions auctions;
  private String own;
  private SocketClient socket;

  WatchedPetsIT(PetstoreServers servers) {
    this.servers = servers;
    this.auctions = new Auctions(servers);
  }

  @BeforeEach
  void somebodyIsInAnAuction() {
    own = auctions.open();
    socket = auctions.join("watcher", own);
  }

  @AfterEach
  void nothingIsLeftOfHim() {
    socket.close();
    Waiting.await("nothing is watched any more")
        .until(
            () ->
                servers.auction().metric("petstore_socket_watched_pets") == 0
                    && servers.auction().metric("petstore_socket_followed_auctions") == 0);
  }

  @Test
  void everyBidOfEveryWatchedAuctionComesOnceAndInOrder() {
    String luna = pet();
    String milo = pet();
    List<String> open = List.of(auctions.openWith("petId", luna), auctions.openWith("petId", luna));
    assertThat(watch(luna)).containsExactlyInAnyOrderElementsOf(open);
    assertThat(watch(milo)).isEmpty();
    Crowd.of(bidders(open.get(0)));
    String later = auctions.openWith("petId", milo);
    List<String> all = List.of(own, open.get(0), open.get(1), later);
    Crowd.of(all.stream().flatMap(auction -> bidders(auction).stream()).toList());

    for (String auction : all) {
      List<LoggedBid> log = auctions.bidLog(auction);
      assertThat(log).hasSizeGreaterThan(1);
      Waiting.await("the last bid of " + auction)
          .until(() -> bids(auction).contains(log.get(log.size() - 1)));
      assertThat(bids(auction)).as(auction).isEqualTo(log);
    }
  }

  @Test
  void anAuctionThatTheClockOpensIsToldFromItsOpening() {
    String luna = pet();
    String auction =
        auctions.openWith("petId", luna, "opensAt", Auctions.in(Duration.ofSeconds(3)));
    assertThat(watch(luna)).isEmpty();
    socket.await("watching", message -> ids(message).contains(auction));
    auctions.bid("bidder-a", auction, 10).expect(201);

    JsonObject opened = socket.await("auction-opened");
    assertThat(opened.getString("auctionId")).isEqualTo(auction);
    assertThat(opened.getString("position")).startsWith("1-");
    assertThat(socket.await("bid").getString("position")).startsWith("2-");
  }

  @Test
  void whoIsOutbidInAWatchedAuctionIsToldAlone() {
    String luna = pet();
    String auction = auctions.openWith("petId", luna);
    watch(luna);
    try (SocketClient another = auctions.join("another", own)) {
      another.send(JsonText.of("type", "watch", "petId", luna));
      another.await("watching");
      auctions.bid("watcher", auction, 10).expect(201);
      auctions.bid("bidder-a", auction, 20).expect(201);

      assertThat(socket.await("outbid").getString("auctionId")).isEqualTo(auction);
      Waiting.await("both bids").until(() -> another.messages("bid").size() == 2);
      assertThat(another.messages("outbid")).isEmpty();
    }
  }

  @Test
  void theEndOfAWatchedAuctionLeavesTheSocketAsItIs() {
    String luna = pet();
    String auction = auctions.openWith("petId", luna);
    watch(luna);
    auctions.as("an-admin", "admin").send("POST", "/v1/auctions/" + auction + "/close", "");
    socket.await("auction-end", end -> end.getString("auctionId").equals(auction));
    auctions.bid("bidder-a", own, 10).expect(201);

    socket.await("bid", bid -> bid.getString("auctionId").equals(own));
    assertThat(socket.isOpen()).isTrue();
  }

  private List<String> watch(String pet) {
    socket.send(JsonText.of("type", "watch", "petId", pet));
    return ids(socket.await("watching", message -> message.getString("petId").equals(pet)));
  }

  private static List<String> ids(JsonObject watching) {
    return watching.getJsonArray("auctions").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private List<LoggedBid> bids(String auction) {
    return socket.messages("bid").stream()
        .filter(bid -> bid.getString("auctionId").equals(auction))
        .map(LoggedBid::of)
        .toList();
  }

  private List<Callable<Void>> bidders(String auction) {
    AtomicLong price = new AtomicLong(auctions.bidLog(auction).size() * 1_000L);
    return IntStream.range(0, BIDDERS).mapToObj(i -> bidder(i, auction, price)).toList();
  }

  private Callable<Void> bidder(int number, String auction, AtomicLong price) {
    return () -> {
      for (int i = 0; i < TRIES_EACH; i++) {
        auctions.bid("bidder-" + number, auction, price.addAndGet(10));
      }
      return null;
    };
  }

  private static String pet() {
    return "pet-" + UUID.randomUUID();
  }
}
