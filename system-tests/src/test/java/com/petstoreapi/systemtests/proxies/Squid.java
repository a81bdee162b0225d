package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A company's forward proxy. */
record Squid(int port, ProxyProcess process) implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/sbin/squid");

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  /**
   * @param configuration of docker/proxies
   * @param plain the port that counts as that of plain http
   * @param secure the port that counts as that of https
   */
  static Squid start(String configuration, Path directory, int plain, int secure) {
    int port = PetstoreServers.freePort();
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("http_port 3128", "http_port 127.0.0.1:" + port);
    changes.put("acl web port 80", "acl web port " + plain);
    changes.put("/var/log/squid/cache.log", directory.resolve("cache.log").toString());
    changes.put("/var/spool/squid", directory.toString());
    if (secure > 0) {
      changes.put("acl secure port 443", "acl secure port " + secure);
    }
    Path file = ProxyProcess.configuration(configuration, directory, changes);
    List<String> command = List.of(BINARY.toString(), "-N", "-f", file.toString());
    return new Squid(port, ProxyProcess.start(port, directory, command));
  }

  @Override
  public void close() {
    process.close();
  }
}
