package com.petstoreapi.systemtests.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.Cluster;
import com.petstoreapi.systemtests.cluster.WithCluster;
import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.AnyCertificate;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What clients have of a reverse proxy that ends TLS before two nodes of each service. Its
 * time-outs are {@value #IDLE_SECONDS} s here instead of 60, as heartbeats come every {@value
 * PetstoreServers#HEARTBEAT_SECONDS} s instead of 15.
 */
@WithCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReverseProxyContract {
  static final int IDLE_SECONDS = 5;

  private final Cluster cluster;
  private final int port = PetstoreServers.freePort();
  private final OneOrigin shop;
  private final Notifications notifications;
  private final Auctions auctions;
  private final HttpClient http2 =
      HttpClient.newBuilder().sslContext(AnyCertificate.CONTEXT).build();
  private ProxyProcess proxy;

  ReverseProxyContract(BrokeredCluster cluster) {
    this.cluster = cluster.nodes();
    this.shop = new OneOrigin("https", port, this.cluster.tokens());
    this.notifications = new Notifications(shop);
    this.auctions = new Auctions(shop);
  }

  /** Starts the proxy; it is to listen at that port, and at no other that is known. */
  abstract ProxyProcess start(Path directory, Pem pem, int port);

  /** Makes it read its configuration again. */
  abstract void reload(ProxyProcess proxy) throws IOException, InterruptedException;

  /** Whether it compresses a stream for those who ask for it. */
  boolean compressesStreams() {
    return true;
  }

  /** Addresses of the nodes instead of those in the configuration. */
  final Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("notification-1:9080", address(cluster.first().notification().port()));
    addresses.put("notification-2:9080", address(cluster.second().notification().port()));
    addresses.put("auction-1:9080", address(cluster.first().auction().port()));
    addresses.put("auction-2:9080", address(cluster.second().auction().port()));
    return addresses;
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  @BeforeAll
  void startProxy() throws Exception {
    Path target = Files.createDirectories(Path.of("target")).toAbsolutePath();
    Path directory = Files.createTempDirectory(target, getClass().getSimpleName() + "-");
    proxy = start(directory, Pem.create(directory), port);
  }

  @AfterAll
  void stopProxy() {
    proxy.close();
  }

  @Test
  void eventsComeAtOnce() {
    try (SseClient ann = notifications.listen("ann")) {
      Prompt.assertHeard(unique("prompt"), notifications::publish, name -> hasHeard(ann, name));
    }
  }

  private static boolean hasHeard(SseClient client, String title) {
    return !Notifications.titles(client, title).isEmpty();
  }

  @Test
  void aCompressedStreamIsNoSlower() throws IOException {
    try (CompressedStream ann =
        CompressedStream.open(
            notifications.stream(""), shop.tokens().of("ann"), AnyCertificate.CONTEXT)) {
      assertThat(ann.isCompressed()).isEqualTo(compressesStreams());
      Prompt.assertHeard(unique("gzip"), notifications::publish, ann::hasHeard);
    }
  }

  @Test
  void browsersAreSpokenToByHttp2() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(shop.notification("/v1/pets"))
            .header("Authorization", "Bearer " + shop.tokens().of("ann"))
            .build();
    HttpResponse<String> response = http2.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  @Test
  void aStreamAndASocketOutliveIdleTimes() throws InterruptedException {
    String auction = auctions.open();
    try (SseClient stream = notifications.listen("ann");
        SocketClient socket = auctions.join("ann", auction)) {
      TimeUnit.SECONDS.sleep(3L * IDLE_SECONDS); // in which heartbeats alone are sent
      assertThat(stream.isOpen()).isTrue();
      assertThat(socket.isOpen()).isTrue();
      String title = unique("after an idle time");
      notifications.publish(title);
      stream.await("notification", event -> Notifications.title(event).equals(title));
      assertThat(socket.ask(Auctions.bidMessage(5, unique("idle"))).getString("type"))
          .isEqualTo("accepted");
    }
  }

  @Test
  void aSocketIsOpenedAndABidIsAnsweredAtOnce() {
    String auction = auctions.open();
    try (SocketClient ann = auctions.join("ann", auction);
        SocketClient bob = auctions.join("bob", auction)) {
      assertThat(ann.ask(Auctions.bidMessage(5, unique("ann"))).getString("type"))
          .isEqualTo("accepted");
      assertThat(bob.ask(Auctions.bidMessage(6, unique("bob"))).getString("type"))
          .isEqualTo("accepted");
      ann.await("outbid");
    }
  }

  @Test
  void aBidByHttpIsHeardOnTheAuctionsStream() {
    String auction = auctions.open();
    try (SseClient stream = SseClient.open(auctions.events(auction), shop.tokens().of("ann"))) {
      stream.await("hello");
      auctions.bid("bob", auction, 5).expect(201);
      assertThat(stream.await("bid").json().getInt("amount")).isEqualTo(5);
    }
  }

  @Test
  void aLongPollIsHeldUntilSomethingComes() {
    String auction = auctions.open();
    Position from = Position.of(auctions.state(auction));
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () ->
                auctions
                    .as("ann")
                    .send(
                        "GET",
                        "/v1/auctions/" + auction + "/events?wait=4&after=" + from,
                        "",
                        "Accept",
                        "application/json"));
    auctions.bid("bob", auction, 5).expect(201);
    assertThat(answer.join().expect(200).json().getJsonArray("items")).hasSize(1);
  }

  @Test
  void afterAReloadNobodyHasMissedAnything() throws IOException, InterruptedException {
    String prefix = unique("reload");
    try (SseClient ann = notifications.listen("ann")) {
      notifications.publish(prefix + "-1");
      reload(proxy);
      notifications.publishUntilAnswered(prefix + "-2"); // a kept connection may end under it
      TimeUnit.SECONDS.sleep(1); // for those that end their connections when they reload
      if (!ann.isOpen()) {
        ann.reconnect();
      }
      notifications.publish(prefix + "-3");
      Waiting.await("all three").until(() -> Notifications.titles(ann, prefix).size() == 3);
      assertThat(Notifications.titles(ann, prefix)).isEqualTo(Notifications.numbered(prefix, 3));
    }
    String auction = auctions.open();
    auctions.join("ann", auction).close();
  }

  /** The service makes its cookie secure only if it was told of https, and by one proxy alone. */
  @Test
  void theServiceIsToldWhoAsksAndNotByTheClient() {
    Answer session =
        notifications
            .as("ann")
            .send(
                "POST",
                "/v1/session",
                "",
                "X-Forwarded-For",
                "203.0.113.7, 198.51.100.9",
                "X-Forwarded-Proto",
                "http",
                "Forwarded",
                "for=203.0.113.7;proto=http");
    assertThat(session.expect(200).header("Set-Cookie")).containsIgnoringCase("Secure");
  }

  private static String unique(String what) {
    return what + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static List<String> command(Object... parts) {
    return Arrays.stream(parts).map(Object::toString).toList();
  }
}
