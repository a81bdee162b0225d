package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;

/** The services behind {@code docker/proxies/haproxy.cfg}. */
@EnabledIf(value = "isThere", disabledReason = "there is no HAProxy on this machine")
class HaproxyProxyIT extends ReverseProxyContract {
  private static final Path BINARY = Path.of("/usr/sbin/haproxy");

  HaproxyProxyIT(BrokeredCluster cluster) {
    super(cluster);
  }

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  @Override
  ProxyProcess start(Path directory, Pem pem, int port) {
    Map<String, String> changes = addresses();
    changes.put("bind :443 ", "bind 127.0.0.1:" + port + " ");
    changes.put("maxconn 20000", "maxconn 200"); // a machine for tests may not allow as many
    changes.put("/etc/petstore/tls/certificate-and-key.pem", pem.both().toString());
    changes.put(" 60s", " " + IDLE_SECONDS + "s");
    Path file = ProxyProcess.configuration("haproxy.cfg", directory, changes);
    return ProxyProcess.start(port, directory, command(BINARY, "-W", "-db", "-f", file));
  }

  /** It heeds {@code no-transform}. */
  @Override
  boolean compressesStreams() {
    return false;
  }

  @Override
  void reload(ProxyProcess proxy) throws IOException, InterruptedException {
    proxy.signal("USR2");
  }
}
