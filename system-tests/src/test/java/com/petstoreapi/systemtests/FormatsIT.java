package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Auctions of all formats, through the socket and through HTTP. */
@WithServers
class FormatsIT {
  private final PetstoreServers servers;
  private final Auctions auctions;
  private final String run = "-" + UUID.randomUUID();

  FormatsIT(PetstoreServers servers) {
    this.servers = servers;
    this.auctions = new Auctions(servers);
  }

  @Test
  void aProxyBidsForItsBidderAndNobodyElseLearnsHowFar() {
    String auction = auctions.openWith("increment", 1);
    try (SocketClient ann = auctions.join("ann", auction);
        SocketClient bob = auctions.join("bob", auction)) {
      JsonObject accepted = ann.ask(JsonText.of("type", "bid", "max", 50, "key", key("a-1")));
      assertThat(accepted.getString("type")).isEqualTo("accepted");
      assertThat(accepted.getInt("amount")).isEqualTo(1);
      assertThat(accepted.getInt("max")).isEqualTo(50);

      JsonObject answered = bob.ask(Auctions.bidMessage(30, key("b-1")));
      assertThat(answered.getBoolean("leading")).isFalse();
      assertThat(bob.await("outbid").getInt("newAmount")).isEqualTo(31);
      assertThat(bob.await("bid", bid -> amount(bid) == 31).getString("userId")).isEqualTo("ann");
      assertThat(overHttp("bob", auction, "max", 60).json().getInt("amount")).isEqualTo(51);

      assertThat(ann.await("outbid").getInt("newAmount")).isEqualTo(51);
      ann.await("maximum");
      assertThat(bob.messages("maximum")).extracting(told -> told.getInt("max")).containsOnly(60);
      assertThat(auctions.state(auction).toString()).doesNotContain("60.00");
      assertThat(auctions.bidLog(auction))
          .extracting(bid -> bid.amount().intValue())
          .containsExactly(1, 30, 31, 50, 51);
    }
  }

  @Test
  void theSameMaximumUnderTheSameKeyIsTheSameBidOverBothTransports() {
    String auction = auctions.openWith();
    try (SocketClient ann = auctions.join("ann", auction)) {
      JsonObject first = ann.ask(JsonText.of("type", "bid", "max", 50, "key", key("same")));
      Answer again = overHttp("ann", auction, "max", 50, "Idempotency-Key", key("same"));
      assertThat(again.text("bidId")).isEqualTo(first.getString("bidId"));
      assertThat(again.text("position")).isEqualTo(first.getString("position"));
      assertThat(
              overHttp("ann", auction, "amount", 50, "Idempotency-Key", key("same")).text("code"))
          .isEqualTo("idempotency-conflict");
    }
  }

  @Test
  void whoBuysAtOnceHasWonAndEverybodyHearsIt() {
    String auction = auctions.openWith("buyNowPrice", 99);
    assertThat(auctions.state(auction).getInt("buyNowPrice")).isEqualTo(99);
    try (SocketClient ann = auctions.join("ann", auction);
        SocketClient bob = auctions.join("bob", auction)) {
      JsonObject bought = ann.ask(JsonText.of("type", "buy-now", "key", key("a-1")));
      assertThat(bought.getString("type")).isEqualTo("accepted");
      assertThat(bob.await("auction-end").getString("winner")).isEqualTo("ann");
      assertThat(bob.awaitCloseCode()).isEqualTo(1000);
      assertThat(buyNow("bob", auction, key("b-1")).text("code")).isEqualTo("ended");
      assertThat(buyNow("ann", auction, key("a-1")).expect(201).text("bidId"))
          .isEqualTo(bought.getString("bidId"));
    }
  }

  @Test
  void aDutchPriceFallsUntilSomebodyTakesIt() {
    String auction =
        auctions.openWith(
            "format",
            "dutch",
            "startingPrice",
            100,
            "floorPrice",
            40,
            "step",
            30,
            "everySeconds",
            1);
    try (SocketClient ann = auctions.join("ann", auction)) {
      JsonObject first = ann.await("price-dropped");
      assertThat(first.getInt("oldPrice")).isGreaterThan(first.getInt("price"));
      JsonObject floor = ann.await("price-dropped", drop -> drop.getInt("price") == 40);
      assertThat(floor).doesNotContainKey("nextDropAt");
      assertThat(ann.ask(Auctions.bidMessage(39, key("a-1"))).getString("code"))
          .isEqualTo("too-low");
      assertThat(ann.ask(Auctions.bidMessage(70, key("a-2"))).getInt("amount")).isEqualTo(40);
      assertThat(ann.await("auction-end").getInt("amount")).isEqualTo(40);
    }
  }

  @Test
  void sealedBidsAreOpenedAtTheEndAndNotBefore() {
    String auction = auctions.openWith("format", "sealed-second-price", "reservePrice", 20);
    URI allOfIt = URI.create(auctions.events(auction) + "?lastEventId=earliest");
    try (SocketClient ann = auctions.join("ann", auction);
        SocketClient bob = auctions.join("bob", auction);
        SseClient watcher = SseClient.open(allOfIt, servers.tokens().of("eve"))) {
      ann.ask(bidMessage("777.77", key("a-1")));
      JsonObject sealed = bob.ask(bidMessage("555.55", key("b-1")));
      assertThat(sealed).doesNotContainKey("leading");
      watcher.await("bids-counted", event -> event.json().getInt("bids") == 2);
      assertThat(watcher.events().toString()).doesNotContain("777.77").doesNotContain("555.55");
      assertThat(auctions.bidLog(auction)).isEmpty();
      assertThat(ann.messages("bid-sealed")).extracting(FormatsIT::amount).containsExactly(777);

      auctions.close(auction);
      watcher.await("auction-end");
      assertThat(watcher.events("bid-opened"))
          .extracting(event -> event.json().getString("userId") + " " + amount(event.json()))
          .containsExactly("ann 777", "bob 555");
      assertThat(auctions.bidLog(auction)).hasSize(2);
      assertThat(auctions.state(auction).getInt("price")).isEqualTo(555);
      assertThat(auctions.state(auction).getString("highBidder")).isEqualTo("ann");
    }
  }

  @Test
  void anonymousBiddersAreNamedToNobody() {
    String auction = auctions.openWith("bidders", "anonymous", "increment", 1);
    String receipt = overHttp("a-famous-actress", auction, "amount", 10).body();
    String name = JsonText.parse(receipt).getString("userId");
    try (SocketClient bob = auctions.join("bob", auction)) {
      overHttp("a-famous-actress", auction, "max", 30).expect(201);
      bob.ask(Auctions.bidMessage(11, key("b-1")));
      auctions.close(auction);
      assertThat(bob.await("auction-end").getString("winner")).isEqualTo(name);
      List<JsonObject> heard = bob.messages();
      assertThat(heard.toString()).contains(name).doesNotContain("actress");
      assertThat(auctions.state(auction).toString()).contains(name).doesNotContain("actress");
    }
  }

  @Test
  void whatTheServiceKeepsIsWhatItsJournalTells() {
    String auction = auctions.openWith("increment", 1, "reservePrice", 40);
    overHttp("ann", auction, "max", 30).expect(201);
    overHttp("bob", auction, "max", 45).expect(201);
    overHttp("cid", auction, "amount", 41).expect(201);
    auctions.close(auction);
    JsonObject state = auctions.state(auction);
    URI allOfIt = URI.create(auctions.events(auction) + "?lastEventId=earliest");
    try (SseClient replay = SseClient.open(allOfIt, servers.tokens().of("eve"))) {
      JsonObject end = replay.await("auction-end").json();
      List<JsonObject> bids = replay.events("bid").stream().map(event -> event.json()).toList();
      JsonObject last = bids.get(bids.size() - 1);

      assertThat(bids).hasSize(state.getInt("bids"));
      assertThat(last.getString("userId")).isEqualTo(state.getString("highBidder"));
      assertThat(amount(last)).isEqualTo(state.getInt("price")).isEqualTo(42);
      assertThat(end.getString("status")).isEqualTo(state.getString("status"));
      assertThat(end.getString("endedAt")).isEqualTo(state.getString("endsAt"));
      assertThat(replay.events("reserve-met")).hasSize(1);
      assertThat(replay.await("auction-end").id()).isEqualTo(state.getString("position"));
    }
  }

  private static JsonObject bidMessage(String amount, String key) {
    return JsonText.of("type", "bid", "amount", new BigDecimal(amount), "key", key);
  }

  /** Nobody has had it before, but for whoever says the same in this test. */
  private String key(String name) {
    return name + run;
  }

  private Answer overHttp(
      String user, String auction, String field, int amount, String... headers) {
    String path = "/v1/auctions/" + auction + "/bids";
    return auctions.as(user).post(path, JsonText.of(field, amount), headers);
  }

  private Answer buyNow(String user, String auction, String key) {
    String path = "/v1/auctions/" + auction + "/buy-now";
    return auctions.as(user).send("POST", path, "", "Idempotency-Key", key);
  }

  private static int amount(JsonObject message) {
    return message.getJsonNumber("amount").intValue();
  }
}
