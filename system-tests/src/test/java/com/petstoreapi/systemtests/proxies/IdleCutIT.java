package com.petstoreapi.systemtests.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.WithServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A proxy that cuts what is idle: after {@value #IDLE_SECONDS} s here instead of 30, as heartbeats
 * come every {@value PetstoreServers#HEARTBEAT_SECONDS} s instead of 15.
 */
@WithServers
@EnabledIf(value = "isThere", disabledReason = "there is no HAProxy on this machine")
class IdleCutIT {
  private static final Path BINARY = Path.of("/usr/sbin/haproxy");
  private static final int IDLE_SECONDS = 4;

  private final PetstoreServers servers;
  private final int port = PetstoreServers.freePort();

  IdleCutIT(PetstoreServers servers) {
    this.servers = servers;
  }

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  private ProxyProcess start(Path directory) {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("bind :80", "bind 127.0.0.1:" + port);
    changes.put(" 30s", " " + IDLE_SECONDS + "s");
    changes.put("notification-1:9080", "127.0.0.1:" + servers.notification().port());
    changes.put("auction-1:9080", "127.0.0.1:" + servers.auction().port());
    Path file = ProxyProcess.configuration("haproxy-idle.cfg", directory, changes);
    return ProxyProcess.start(
        port, directory, List.of(BINARY.toString(), "-db", "-f", file.toString()));
  }

  @Test
  void heartbeatsKeepAStreamAndASocketAlive(@TempDir Path directory) throws InterruptedException {
    OneOrigin shop = new OneOrigin("http", port, servers.tokens());
    Notifications notifications = new Notifications(shop);
    Auctions auctions = new Auctions(shop);
    try (ProxyProcess proxy = start(directory);
        SseClient stream = notifications.listen("ann");
        SocketClient socket = auctions.join("ann", auctions.open())) {
      TimeUnit.SECONDS.sleep(3L * IDLE_SECONDS);
      notifications.publish("after a long silence");
      stream.await(
          "notification", event -> Notifications.title(event).equals("after a long silence"));
      assertThat(socket.isOpen()).isTrue();
    }
  }
}
