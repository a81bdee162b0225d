package com.petstoreapi.systemtests.proxies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The reverse proxy of {@code docker/proxies/nginx.conf}.
 *
 * @param plain where it listens without TLS
 * @param secure where it listens with TLS
 */
record Nginx(int plain, int secure, ProxyProcess process) implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/sbin/nginx");

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  /**
   * @param changes addresses of the nodes, and whatever else is to be different
   */
  static Nginx start(int plain, int secure, Path directory, Pem pem, Map<String, String> changes) {
    changes.put("listen 80;", "listen 127.0.0.1:" + plain + ";");
    changes.put("listen 443 ", "listen 127.0.0.1:" + secure + " ");
    changes.put("/etc/petstore/tls/certificate.pem", pem.certificate().toString());
    changes.put("/etc/petstore/tls/key.pem", pem.key().toString());
    changes.put("/usr/share/petstore/pages/", Path.of("../web/pages").toAbsolutePath() + "/");
    changes.put(
        "/usr/share/petstore/petstore-live/",
        Path.of("../web/petstore-live/src").toAbsolutePath() + "/");
    return new Nginx(plain, secure, run("nginx.conf", secure, directory, changes));
  }

  /** The same for another configuration. */
  static ProxyProcess run(
      String configuration, int port, Path directory, Map<String, String> changes) {
    Path file = ProxyProcess.configuration(configuration, directory, changes);
    String foreground = "daemon off; pid " + directory.resolve("nginx.pid") + ";";
    Path log = directory.resolve("error.log");
    List<String> command =
        List.of(
            BINARY.toString(),
            "-p",
            directory.toString(),
            "-c",
            file.toString(),
            "-e",
            log.toString(),
            "-g",
            foreground);
    return ProxyProcess.start(port, directory, command);
  }

  @Override
  public void close() {
    process.close();
  }
}
