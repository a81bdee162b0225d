package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HostileInput;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.RawSocket.Frame;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent on the auction socket: an error message, or the close code that fits, and life
 * goes on.
 */
@WithServers
class BadFramesIT {
  private static final String FROM = "com.petstoreapi.systemtests.support.HostileInput#";
  private static final int LIMIT = 64 * 1024;
  private static final byte[] BROKEN_UTF8 = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

  private final PetstoreServers servers;
  private final Auctions auctions;
  private String auction;

  BadFramesIT(PetstoreServers servers) {
    this.servers = servers;
    this.auctions = new Auctions(servers);
  }

  @BeforeEach
  void thereIsAnAuction() {
    auction = auctions.open();
  }

  @AfterEach
  void lifeGoesOn() {
    assertThat(servers.auction().isReady()).isTrue();
    auctions.bid("somebody-else", auction, 1_000).expect(201);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "notObjects")
  void whatIsNoObjectIsAnsweredWithAnErrorAndTheSocketStays(String message) {
    assertErrorAndStays(message, "invalid-message");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource(FROM + "badAmounts")
  void whatIsNoAmountIsRefusedAndTheSocketStays(String amount) {
    assertRefusedAndStays("{\"type\":\"bid\",\"amount\":" + amount + ",\"key\":\"k\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                   | invalid-message",
        "{\"type\":5}                         | invalid-message",
        "{\"type\":null}                      | invalid-message",
        "{\"type\":\"buy-everything\"}        | unknown-type",
        "{\"type\":\"bid\\r\\nid: 5\"}        | unknown-type",
        "{\"type\":\"bid\\u0000\"}            | unknown-type"
      })
  void aWrongTypeIsAnsweredWithItsCode(String message, String code) {
    assertErrorAndStays(message, code);
  }

  @Test
  void aMessageOver64KiBClosesWith1009() {
    try (RawSocket socket = raw()) {
      socket.sendFrame(RawSocket.TEXT, new byte[LIMIT + 1]);
      assertClosedWith(socket, 1009);
    }
  }

  @Test
  void aFrameThatClaimsToBeHugeClosesWith1009() {
    try (RawSocket socket = raw()) {
      socket.sendFrame(RawSocket.TEXT, new byte[20 * LIMIT]);
      assertClosedWith(socket, 1009);
    }
  }

  @Test
  void brokenUtf8ClosesWith1007() {
    try (RawSocket socket = raw()) {
      socket.sendFrame(RawSocket.TEXT, BROKEN_UTF8);
      assertClosedWith(socket, 1007);
    }
  }

  @Test
  void aBinaryMessageClosesWith1003() {
    try (RawSocket socket = raw()) {
      socket.sendFrame(RawSocket.BINARY, new byte[] {1, 2, 3});
      assertClosedWith(socket, 1003);
    }
  }

  @Test
  void aFloodIsToldToSlowDownAndThenClosed() {
    try (SocketClient socket = auctions.join("flooder", auction)) {
      try {
        IntStream.range(0, 5_000).forEach(i -> socket.sendText("{\"type\":\"ping\",\"at\":1}"));
      } catch (CompletionException closedMeanwhile) {
        // What was wanted.
      }
      assertThat(socket.awaitCloseCode()).isIn(4429, 1008);
      assertThat(socket.messages("error"))
          .extracting(error -> error.getString("code"))
          .contains("rate-limited");
    }
  }

  @Test
  void aBidOnAnUnknownAuctionCannotBeMade() {
    URI unknown = auctions.socket("nobody-knows-it");
    String token = servers.tokens().of("somebody");
    try (RawSocket socket = RawSocket.connect(unknown.getPort())) {
      int status = socket.upgrade(unknown, "Authorization: Bearer " + token).status();
      if (status == 101) {
        assertThat(socket.awaitClose().closeCode()).isIn(1008, 4403, 4404);
      } else {
        assertThat(status).isEqualTo(404);
      }
    }
  }

  private void assertErrorAndStays(String message, String code) {
    try (SocketClient socket = auctions.join("somebody", auction)) {
      socket.sendText(message);
      JsonObject error = socket.await("error");
      assertThat(error.getString("code")).isEqualTo(code);
      HostileInput.assertShowsNoInsides(error.toString());
      assertStays(socket);
    }
  }

  private void assertRefusedAndStays(String message) {
    try (SocketClient socket = auctions.join("somebody", auction)) {
      socket.sendText(message);
      assertStays(socket);
      assertThat(socket.messages("accepted", "bid")).isEmpty();
      assertThat(socket.messages("error", "rejected"))
          .hasSize(1)
          .allSatisfy(
              refusal -> {
                assertThat(refusal.getString("code")).isIn("invalid-message", "too-low");
                HostileInput.assertShowsNoInsides(refusal.toString());
              });
    }
  }

  private static void assertStays(SocketClient socket) {
    socket.sendText("{\"type\":\"ping\",\"at\":1}");
    socket.await("pong");
    assertThat(socket.isOpen()).isTrue();
  }

  private RawSocket raw() {
    URI uri = auctions.socket(auction);
    RawSocket socket = RawSocket.connect(uri.getPort());
    String token = servers.tokens().of("somebody");
    assertThat(socket.upgrade(uri, "Authorization: Bearer " + token).status()).isEqualTo(101);
    return socket;
  }

  private static void assertClosedWith(RawSocket socket, int code) {
    Frame goodbye = socket.awaitClose();
    assertThat(goodbye.closeCode()).isEqualTo(code);
  }
}
