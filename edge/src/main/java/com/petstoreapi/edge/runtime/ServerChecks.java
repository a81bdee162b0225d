package com.petstoreapi.edge.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Looks for what Liberty only logs: a port that somebody else holds, a feature that is not
 * installed. It opens its port after the application has started, so a port that cannot be bound
 * here is not its own; unless the application is started again in a server that runs.
 */
final class ServerChecks {
  private static final String CHECKED = "petstore.server.checked";
  private static final String FEATURE_MISSING = "CWWKF0001E";

  private ServerChecks() {}

  /**
   * @throws IllegalStateException what is wrong, in words for an operator
   */
  static void run(Config config) {
    if (System.getProperty(CHECKED) == null) {
      config.getOptionalValue("petstore.server.log", Path.class).ifPresent(ServerChecks::features);
      config.getOptionalValue("http.port", Integer.class).ifPresent(ServerChecks::port);
      System.setProperty(CHECKED, "true");
    }
  }

  private static void features(Path log) {
    if (!Files.isReadable(log)) {
      return;
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines
          .filter(line -> line.contains(FEATURE_MISSING))
          .findFirst()
          .ifPresent(
              line -> {
                throw new IllegalStateException(line.substring(line.indexOf(FEATURE_MISSING)));
              });
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("cannot read the server's log " + log, e);
    }
  }

  private static void port(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new IllegalStateException("port " + port + " is taken by another process", e);
    }
  }
}
