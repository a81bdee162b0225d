package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.support.Handshake;
import com.petstoreapi.auction.support.LiveAuction;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets a socket; the others are told so while it is still HTTP. */
@ExtendWith(ArquillianExtension.class)
class HandshakeIT {
  private LiveAuction auction;
  private String path;
  private ServiceClient ann;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void anAuctionIsOn() {
    auction = LiveAuction.open();
    path = "/auctions/" + auction.id();
    ann = ServiceClient.of("ann", "user");
  }

  @Test
  void refusesWhoHasNoTokenBeforeTheUpgrade() {
    Handshake answer = Handshake.ask(path);
    assertUnauthenticated(answer);
    assertThat(answer.headers())
        .containsEntry("WWW-Authenticate", "Bearer realm=\"petstore-live\"");
  }

  @Test
  void refusesATokenThatIsNoGoodBeforeTheUpgrade() {
    String bad = ann.token() + "x";
    for (String header :
        new String[] {
          "Authorization: Bearer " + bad,
          "Authorization: Bearer x",
          "Sec-WebSocket-Protocol: petstore.v1, bearer." + bad
        }) {
      Handshake answer = Handshake.ask(path, header);
      assertUnauthenticated(answer);
      assertThat(answer.headers().get("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }
  }

  @Test
  void refusesATokenInTheQuery() {
    assertUnauthenticated(Handshake.ask(path + "?access_token=" + ann.token()));
    assertUnauthenticated(Handshake.ask(path + "?ticket=" + ann.token()));
  }

  @Test
  void answersWithTheProtocolAloneAndNeverWithTheToken() {
    Handshake answer =
        Handshake.ask(path, "Sec-WebSocket-Protocol: petstore.v1, bearer." + ann.token());
    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.headers()).containsEntry("Sec-WebSocket-Protocol", "petstore.v1");
    assertThat(answer.headers().values()).noneMatch(value -> value.contains(ann.token()));
  }

  @Test
  void needsNoProtocol() {
    Handshake answer = Handshake.ask(path, "Authorization: Bearer " + ann.token());
    assertThat(answer.status()).isEqualTo(101);
    assertThat(answer.headers()).doesNotContainKey("Sec-WebSocket-Protocol");
  }

  @Test
  void neverSetsACookie() {
    assertThat(Handshake.ask(path).headers()).doesNotContainKey("Set-Cookie");
    assertThat(Handshake.ask(path, "Authorization: Bearer " + ann.token()).headers())
        .doesNotContainKey("Set-Cookie");
  }

  /** The container would close the socket when it forgets the session, after half an hour. */
  @Test
  void makesNoHttpSession() {
    double before = sessionsMade();
    try (LiveSocket socket = ann.socket(path)) {
      socket.awaitMessage("snapshot");
      assertThat(sessionsMade()).isEqualTo(before);
    }
  }

  @Test
  void theBidderIsWhoeverTheTokenNames() {
    try (LiveSocket byHeader = ann.socket(path);
        LiveSocket bySubprotocol = ServiceClient.of("bob", "user").browserSocket(path)) {
      byHeader.bid(10);
      byHeader.awaitMessage("accepted");
      assertThat(auction.state().getString("highBidder")).isEqualTo("ann");
      bySubprotocol.bid(11);
      bySubprotocol.awaitMessage("accepted");
      assertThat(auction.state().getString("highBidder")).isEqualTo("bob");
    }
  }

  @Test
  void whoIsNoUserMayLookOnButNotBid() {
    try (LiveSocket socket = ServiceClient.of("pub", "publisher").socket(path)) {
      socket.awaitMessage("snapshot");
      socket.bid(10);
      assertThat(socket.awaitMessage("rejected").getString("code")).isEqualTo("forbidden");
    }
  }

  private static double sessionsMade() {
    return ServiceClient.nobody()
        .get("/metrics?scope=vendor")
        .body()
        .lines()
        .filter(line -> line.startsWith("session_create_total{appname=\"default_host_\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void assertUnauthenticated(Handshake answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.headers()).doesNotContainKey("Upgrade");
    assertThat(answer.body()).contains("\"code\":\"unauthenticated\"", "\"status\":401");
  }
}
