package com.petstoreapi.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * nginx with Nchan, as Debian packages them: a worker for each processor, messages in memory for a
 * minute.
 */
final class Nchan extends Peer {
  private static final List<String> MODULES =
      List.of(
          "/usr/lib/nginx/modules/ngx_nchan_module.so",
          "/usr/share/nginx/modules/ngx_nchan_module.so");
  private static final String CONFIGURATION =
      """
      load_module %s;
      daemon off;
      worker_processes auto;
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
          location = /replay {
            nchan_subscriber %4$s;
            nchan_channel_id all;
            nchan_subscriber_first_message oldest;
          }
          location = /user/sub {
            nchan_subscriber %4$s;
            nchan_channel_id user-$arg_id;
            nchan_subscriber_first_message newest;
          }
          location = /user/pub {
            nchan_publisher;
            nchan_channel_id user-$arg_id;
            nchan_message_timeout 1m;
          }
          location = /pub {
            nchan_publisher;
            nchan_channel_id all;
            nchan_message_buffer_length 4096;
            nchan_message_timeout 1m;
          }
        }
      }
      """;

  private final boolean forUsers;

  private Nchan(boolean overSockets, boolean forUsers, int port, ChildProcess process) {
    super("Nchan, " + (overSockets ? "WebSocket" : "SSE"), overSockets, port, process);
    this.forUsers = forUsers;
  }

  /** Empty where it is not installed: packages nginx and libnginx-mod-nchan. */
  static Optional<Contestant> start(boolean overSockets) {
    return module().map(file -> start(overSockets, false, file));
  }

  /** Over SSE, with a channel for each client; the same. */
  static Optional<Nchan> startForUsers() {
    return module().map(file -> start(false, true, file));
  }

  private static Nchan start(boolean overSockets, boolean forUsers, String module) {
    int port = ChildProcess.freePort();
    String subscriber = overSockets ? "websocket" : "eventsource";
    try {
      Path directory = Files.createTempDirectory("nchan-");
      Path file = directory.resolve("nginx.conf");
      Files.writeString(file, CONFIGURATION.formatted(module, directory, port, subscriber));
      List<String> command = List.of("nginx", "-c", file.toString(), "-p", directory.toString());
      return new Nchan(overSockets, forUsers, port, ChildProcess.start(directory, port, command));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  public URI address(int client) {
    return uri(forUsers ? "/user/sub?id=" + client : "/sub");
  }

  @Override
  public Optional<URI> replay(int client) {
    return Optional.of(uri("/replay"));
  }

  @Override
  public void publish(int number, int bytes) {
    post("/pub", "text/plain", number, bytes);
  }

  /** Tells each of these clients something; the first message has that number. */
  void tell(int[] clients, int first) {
    for (int i = 0; i < clients.length; i++) {
      post("/user/pub?id=" + clients[i], "text/plain", first + i, Message.USUAL_BYTES);
    }
  }
}
