package com.petstoreapi.auction.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.EventStream;
import com.petstoreapi.auction.support.EventStream.Received;
import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.edge.sse.SseStreams;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The auction over SSE: what the socket tells, at the same positions. */
@ExtendWith(ArquillianExtension.class)
class AuctionEventsIT {
  @Inject private SseStreams streams;

  private LiveAuction auction;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void anAuctionIsOn() {
    auction = LiveAuction.open();
  }

  /** A server does not stop well with streams that nobody reads. */
  @AfterEach
  void everybodyWhoHasLeftIsLetGo() {
    await().atMost(Duration.ofSeconds(20)).until(() -> streams.open() == 0);
  }

  @Test
  void tellsWhatTheSocketTellsAtTheSamePosition() {
    try (EventStream stream = auction.events("ann");
        LiveSocket socket = auction.socket("bob", "")) {
      stream.awaitEvent("hello");
      socket.awaitMessage("snapshot");
      String position = auction.bid("eve", 10);
      Received bid = stream.awaitEvent("bid");
      assertThat(bid.id()).isEqualTo(position);
      assertThat(bid.data()).contains("\"userId\":\"eve\"", "\"amount\":10");
      assertThat(socket.awaitMessage("bid").getString("position")).isEqualTo(position);
    }
  }

  @Test
  void tellsWhoWasOutbidAlone() {
    try (EventStream anns = auction.events("ann");
        EventStream eves = auction.events("eve")) {
      anns.awaitEvent("hello");
      eves.awaitEvent("hello");
      auction.bid("ann", 10);
      auction.bid("bob", 11);
      auction.close();
      anns.awaitEvent("auction-end");
      eves.awaitEvent("auction-end");
      assertThat(anns.types()).containsExactly("hello", "bid", "bid", "outbid", "auction-end");
      assertThat(eves.types()).containsExactly("hello", "bid", "bid", "auction-end");
    }
  }

  @Test
  void resumesAfterTheLastEventThatWasSeen() {
    String seen = auction.bid("ann", 10);
    String missed = auction.bid("bob", 11);
    try (EventStream stream = auction.events("eve", "Last-Event-ID", seen)) {
      assertThat(stream.awaitEvent("bid").id()).isEqualTo(missed);
    }
  }

  @Test
  void tellsAResetWhereThePositionIsNotKnown() {
    try (EventStream stream = auction.events("ann", "Last-Event-ID", "1-zzzzzz")) {
      assertThat(stream.awaitEvent("reset").data()).contains("\"reason\":\"unknown-epoch\"");
      auction.bid("bob", 10);
      stream.awaitEvent("bid");
    }
  }

  @Test
  void comesInPagesWhereNoStreamDoes() {
    String first = auction.bid("ann", 10);
    String second = auction.bid("bob", 11);
    assertThat(page("eve", "?after=" + first).getString("position")).startsWith("3-");
    assertThat(types(page("eve", ""))).containsExactly("bid", "bid");
    assertThat(types(page("ann", "?after=" + first))).containsExactly("bid", "outbid");
    assertThat(types(page("eve", "?wait=1&after=" + second))).isEmpty();
    assertThat(types(page("eve", "?after=1-zzzzzz"))).containsExactly("reset");
  }

  @Test
  void holdsARequestForAPageUntilThereIsSomething() {
    String seen = auction.bid("ann", 10);
    CompletableFuture<JsonObject> page =
        CompletableFuture.supplyAsync(() -> page("eve", "?wait=20&after=" + seen));
    auction.bid("bob", 11);
    assertThat(types(page.join())).containsExactly("bid");
  }

  private JsonObject page(String user, String query) {
    return ServiceClient.json(
        ServiceClient.of(user, "user").get(path() + query, "Accept", "application/json"));
  }

  private String path() {
    return "/v1/auctions/" + auction.id() + "/events";
  }

  private static List<String> types(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.getString("type"))
        .toList();
  }

  @Test
  void doesNotOpenWhereThereIsNoAuctionNorForStrangers() {
    String nowhere = "/v1/auctions/no-such-auction/events";
    assertThat(ServiceClient.of("ann", "user").get(nowhere).statusCode()).isEqualTo(404);
    assertThat(ServiceClient.nobody().get(nowhere).statusCode()).isEqualTo(401);
  }
}
