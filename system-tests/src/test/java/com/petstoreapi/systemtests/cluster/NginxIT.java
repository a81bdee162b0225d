package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tokens;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The balancer of {@code docker/compose.yaml}, with its own configuration but for the addresses.
 */
@WithCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "isThere", disabledReason = "there is no nginx on this machine")
class NginxIT {
  private static final Path BINARY = Path.of("/usr/sbin/nginx");

  private final Cluster cluster;
  private final int notificationPort = PetstoreServers.freePort();
  private final int auctionPort = PetstoreServers.freePort();
  private final Entrance nginx = new ThroughNginx();
  private final Notifications notifications = new Notifications(nginx);
  private final Auctions auctions = new Auctions(nginx);
  private Process process;

  NginxIT(BrokeredCluster cluster) {
    this.cluster = cluster.nodes();
  }

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  @BeforeAll
  void start() throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target")).toAbsolutePath(), "nginx-");
    Path file = directory.resolve("nginx.conf");
    Files.writeString(file, configuration());
    process =
        new ProcessBuilder(
                BINARY.toString(),
                "-p",
                directory.toString(),
                "-c",
                file.toString(),
                "-e",
                directory.resolve("error.log").toString(),
                "-g",
                "daemon off; pid " + directory.resolve("nginx.pid") + ";")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.out").toFile())
            .start();
    Waiting.await("nginx listens").until(() -> listens(auctionPort));
  }

  private String configuration() throws IOException {
    return Files.readString(Path.of("../docker/nginx/nginx.conf"))
        .replace("notification-1:9080", address(cluster.first().notification().port()))
        .replace("notification-2:9080", address(cluster.second().notification().port()))
        .replace("auction-1:9080", address(cluster.first().auction().port()))
        .replace("auction-2:9080", address(cluster.second().auction().port()))
        .replace("listen 9080;", "listen " + notificationPort + ";")
        .replace("listen 9081;", "listen " + auctionPort + ";")
        .replace("listen 8080;", "listen " + PetstoreServers.freePort() + ";");
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  private static boolean listens(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsPublishedAnywhereIsHeardEverywhere() {
    List<SseClient> listeners =
        List.of(
            notifications.listen("ann"), notifications.listen("bob"), notifications.listen("eve"));
    for (int i = 0; i < 6; i++) {
      notifications.publish("nginx-" + i);
    }
    for (SseClient listener : listeners) {
      Waiting.await("all six").until(() -> Notifications.titles(listener, "nginx-").size() == 6);
      listener.close();
    }
  }

  @Test
  void anAuctionIsOneWhereverItsBiddersAre() {
    String auction = auctions.open();
    try (SocketClient ann = auctions.join("ann", auction);
        SocketClient bob = auctions.join("bob", auction)) {
      assertThat(ann.ask(Auctions.bidMessage(1, "nginx-1")).getString("type"))
          .isEqualTo("accepted");
      assertThat(bob.ask(Auctions.bidMessage(2, "nginx-2")).getString("type"))
          .isEqualTo("accepted");
      ann.await("outbid");
      assertThat(auctions.bidLog(auction)).hasSize(2);
    }
  }

  @Test
  void aNodeThatIsKilledIsMissedByNobody() {
    cluster.second().notification().kill();
    for (int i = 0; i < 10; i++) {
      notifications.publish("without-" + i);
    }
    try (SseClient listener = notifications.listen("ann")) {
      notifications.publish("without the second");
      listener.await(
          "notification", event -> Notifications.title(event).equals("without the second"));
    }
  }

  private final class ThroughNginx implements Entrance {
    private final Tokens tokens = new Tokens(notification("/"));

    @Override
    public URI notification(String path) {
      return URI.create("http://127.0.0.1:" + notificationPort + path);
    }

    @Override
    public URI auction(String path) {
      return URI.create("http://127.0.0.1:" + auctionPort + path);
    }

    @Override
    public Tokens tokens() {
      return tokens;
    }
  }
}
