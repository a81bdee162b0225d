package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;

/** The services behind {@code docker/proxies/nginx.conf}. */
@EnabledIf(value = "isThere", disabledReason = "there is no nginx on this machine")
class NginxProxyIT extends ReverseProxyContract {
  NginxProxyIT(BrokeredCluster cluster) {
    super(cluster);
  }

  static boolean isThere() {
    return Nginx.isThere();
  }

  @Override
  ProxyProcess start(Path directory, Pem pem, int port) {
    Map<String, String> changes = addresses();
    changes.put("timeout 60s", "timeout " + IDLE_SECONDS + "s");
    return Nginx.start(PetstoreServers.freePort(), port, directory, pem, changes).process();
  }

  @Override
  void reload(ProxyProcess proxy) throws IOException, InterruptedException {
    proxy.signal("HUP");
  }
}
