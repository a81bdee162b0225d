package com.petstoreapi.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** nginx with Nchan, as Debian packages them: one worker, messages in memory for a minute. */
final class Nchan implements Contestant {
  private static final List<String> MODULES =
      List.of(
          "/usr/lib/nginx/modules/ngx_nchan_module.so",
          "/usr/share/nginx/modules/ngx_nchan_module.so");
  private static final String CONFIGURATION =
      """
      load_module %s;
      daemon off;
      worker_processes 1;
      worker_rlimit_nofile 65536;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 32768; }
      http {
        access_log off;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        server {
          listen 127.0.0.1:%3$d;
          location = /sub {
            nchan_subscriber %4$s;
            nchan_channel_id all;
            nchan_subscriber_first_message newest;
          }
          location = /pub {
            nchan_publisher;
            nchan_channel_id all;
            nchan_message_timeout 1m;
          }
        }
      }
      """;

  private final boolean overSockets;
  private final int port = ChildProcess.freePort();
  private final ChildProcess process;
  private final Publisher publisher = new Publisher();

  private Nchan(boolean overSockets, String module) {
    this.overSockets = overSockets;
    try {
      Path directory = Files.createTempDirectory("nchan-");
      Path file = directory.resolve("nginx.conf");
      Files.writeString(
          file,
          CONFIGURATION.formatted(
              module, directory, port, overSockets ? "websocket" : "eventsource"));
      process =
          ChildProcess.start(
              directory, port, List.of("nginx", "-c", file.toString(), "-p", directory.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where it is not installed: packages nginx and libnginx-mod-nchan. */
  static Optional<Contestant> start(boolean overSockets) {
    return module().map(file -> new Nchan(overSockets, file));
  }

  private static Optional<String> module() {
    Optional<String> module =
        MODULES.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
    if (module.isEmpty()) {
      System.out.println("Nchan is left out: no libnginx-mod-nchan on this machine");
    }
    return module;
  }

  @Override
  public String name() {
    return "Nchan, " + (overSockets ? "WebSocket" : "SSE");
  }

  @Override
  public boolean overSockets() {
    return overSockets;
  }

  @Override
  public URI address(int client) {
    return uri("/sub");
  }

  @Override
  public Optional<String> token(int client) {
    return Optional.empty();
  }

  @Override
  public String marker() {
    return "#no";
  }

  @Override
  public void publish(int number) {
    publisher.post(uri("/pub"), Optional.empty(), "text/plain", Message.json(number));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }
}
