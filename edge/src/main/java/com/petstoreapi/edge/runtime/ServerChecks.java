package com.petstoreapi.edge.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Looks for what Liberty only logs: a port that somebody else holds, a feature that is not
 * installed, a keystore that cannot be read. It opens its ports after the application has started,
 * so a port that cannot be bound here is not its own; unless the application is started again in a
 * server that runs.
 */
final class ServerChecks {
  private static final String CHECKED = "petstore.server.checked";

  /** Each makes a server that starts all the same: without a feature, without https. */
  private static final Pattern FATAL =
      Pattern.compile(
          "CWWKF0001E.*" // a feature is not installed
              + "|CWWKG0090E.*" // a file of the configuration is not there
              + "|CWPKI0033E.*"); // a keystore cannot be read

  private ServerChecks() {}

  /**
   * @throws IllegalStateException what is wrong, in words for an operator
   */
  static void run(Config config) {
    if (System.getProperty(CHECKED) == null) {
      config.getOptionalValue("petstore.server.log", Path.class).ifPresent(ServerChecks::log);
      config.getOptionalValue("http.port", Integer.class).ifPresent(ServerChecks::port);
      config.getOptionalValue("https.port", Integer.class).ifPresent(ServerChecks::port);
      System.setProperty(CHECKED, "true");
    }
  }

  private static void log(Path log) {
    if (!Files.isReadable(log)) {
      return;
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines
          .map(FATAL::matcher)
          .filter(Matcher::find)
          .findFirst()
          .ifPresent(
              fatal -> {
                throw new IllegalStateException(fatal.group());
              });
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException("cannot read the server's log " + log, e);
    }
  }

  /**
   * @param port -1 where the server is not to listen
   */
  private static void port(int port) {
    if (port < 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new IllegalStateException("port " + port + " is taken by another process", e);
    }
  }
}
