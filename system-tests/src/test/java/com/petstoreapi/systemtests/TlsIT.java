package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.AnyCertificate;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.ClientHello;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.StalledClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over TLS streams and sockets do what they do without it. */
@WithServers
class TlsIT {
  private static final int MORE_THAN_THE_KERNEL_HOLDS = 350;
  private static final String LARGE = "x".repeat(8_000);
  private static final int CUT_WITHIN_SECONDS = 60;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  TlsIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void aStreamOpensAndEventsArrive() {
    try (SseClient listener = listenSecurely()) {
      List<String> titles = Notifications.numbered("secure", 20);
      titles.forEach(notifications::publish);

      listener.await("notification", event -> Notifications.title(event).equals("secure-20"));
      assertThat(Notifications.titles(listener, "secure-")).isEqualTo(titles);
    }
  }

  @Test
  void aSocketOpensAndABidIsAccepted() {
    String auction = auctions.open();
    URI uri = servers.auction().secureSocketUri("/auctions/" + auction);
    try (SocketClient bidder = SocketClient.open(uri, servers.tokens().of("a-bidder"))) {
      bidder.await("snapshot");

      assertThat(bidder.ask(Auctions.bidMessage(5, "over-tls")).getString("type"))
          .isEqualTo("accepted");
    }
  }

  @Test
  void aStreamComesOverHttp2WhereTheClientSpeaksIt() {
    HttpClient client = HttpClient.newBuilder().sslContext(AnyCertificate.CONTEXT).build();
    HttpResponse<Stream<String>> stream = within20Seconds(streamOver(client));
    assertThat(stream.version()).isEqualTo(HttpClient.Version.HTTP_2);

    notifications.publish("over-http-2");
    CompletableFuture<Boolean> arrived =
        CompletableFuture.supplyAsync(
            () -> stream.body().anyMatch(line -> line.contains("over-http-2")));
    assertThat(within20Seconds(arrived)).isTrue();
  }

  @Test
  void aStalledReaderIsCutAndHoldsUpNobody() {
    String token = servers.tokens().of("stalled-over-tls");
    URI stream = servers.notification().secureUri(Notifications.STREAM);
    try (StalledClient stalled = StalledClient.ofStream(stream, token);
        SseClient listener = listenSecurely()) {
      List<String> titles = Notifications.numbered("large", MORE_THAN_THE_KERNEL_HOLDS);
      titles.forEach(title -> notifications.publish(title, LARGE));

      Waiting.await("all for who reads")
          .until(() -> Notifications.titles(listener, "large-").equals(titles));
      Waiting.upTo(CUT_WITHIN_SECONDS, "the stalled one is let go")
          .until(() -> !stalled.isHeldByServer());
      assertThat(listener.isOpen()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {ClientHello.TLS_1_0, ClientHello.TLS_1_1})
  void oldVersionsAreRefused(int version) throws IOException {
    assertThat(answerTo(ClientHello.upTo(version))).isNotEqualTo(ClientHello.HANDSHAKE);
  }

  @Test
  void version12IsSpoken() throws IOException {
    assertThat(answerTo(ClientHello.upTo(ClientHello.TLS_1_2))).isEqualTo(ClientHello.HANDSHAKE);
  }

  private int answerTo(byte[] hello) throws IOException {
    try (RawSocket socket = RawSocket.connect(servers.notification().securePort())) {
      socket.send(hello);
      return socket.readByte();
    }
  }

  private SseClient listenSecurely() {
    URI stream = servers.notification().secureUri(Notifications.STREAM);
    SseClient listener = SseClient.open(stream, servers.tokens().of("a-listener"));
    listener.await("hello");
    return listener;
  }

  private CompletableFuture<HttpResponse<Stream<String>>> streamOver(HttpClient client) {
    HttpRequest request =
        HttpRequest.newBuilder(servers.notification().secureUri(Notifications.STREAM))
            .header("Authorization", "Bearer " + servers.tokens().of("a-listener"))
            .build();
    return client.sendAsync(request, BodyHandlers.ofLines());
  }

  private static <T> T within20Seconds(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
