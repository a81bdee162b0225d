package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;

/** The services behind {@code docker/proxies/httpd.conf}. */
@EnabledIf(value = "isThere", disabledReason = "there is no Apache httpd on this machine")
class HttpdProxyIT extends ReverseProxyContract {
  private static final Path BINARY = Path.of("/usr/sbin/apache2");

  HttpdProxyIT(BrokeredCluster cluster) {
    super(cluster);
  }

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  @Override
  ProxyProcess start(Path directory, Pem pem, int port) {
    Map<String, String> changes = addresses();
    changes.put("Listen 443", "Listen 127.0.0.1:" + port);
    changes.put("ServerRoot /usr/local/apache2", "ServerRoot " + directory);
    changes.put(" modules/", " /usr/lib/apache2/modules/");
    changes.put(" logs/", " ");
    changes.put("/etc/petstore/tls/certificate.pem", pem.certificate().toString());
    changes.put("/etc/petstore/tls/key.pem", pem.key().toString());
    changes.put("ProxyTimeout 60", "ProxyTimeout " + IDLE_SECONDS);
    Path file = ProxyProcess.configuration("httpd.conf", directory, changes);
    return ProxyProcess.start(port, directory, command(BINARY, "-f", file, "-DFOREGROUND"));
  }

  @Override
  void reload(ProxyProcess proxy) throws IOException, InterruptedException {
    proxy.signal("USR1");
  }
}
