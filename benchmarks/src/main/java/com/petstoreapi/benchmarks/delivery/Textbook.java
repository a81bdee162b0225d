package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.PetstoreServer;
import com.petstoreapi.benchmarks.textbook.TextbookApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The standard at its word, on the same Open Liberty with the same options of the JVM. */
final class Textbook implements Contestant {
  private static final int READY_WITHIN_TRIES = 600;
  private static final String CONFIGURATION =
      """
      <server>
        <featureManager>
          <feature>restfulWS-3.1</feature>
          <feature>websocket-2.1</feature>
          <feature>cdi-4.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1"/>
        <webApplication location="textbook.war" contextRoot="/"/>
      </server>
      """;

  private final boolean overSockets;
  private final int port = ChildProcess.freePort();
  private final ChildProcess process;
  private final Publisher publisher = new Publisher();

  Textbook(boolean overSockets) {
    this.overSockets = overSockets;
    try {
      Path users = Files.createTempDirectory("textbook-");
      Path server = Files.createDirectories(users.resolve("servers/textbook"));
      Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(port));
      Files.copy(
          PetstoreServer.assembled().resolve("servers/notification/jvm.options"),
          server.resolve("jvm.options"));
      write(Files.createDirectories(server.resolve("apps")).resolve("textbook.war"));
      process =
          ChildProcess.start(
              users,
              port,
              List.of(PetstoreServer.script().toString(), "run", "textbook"),
              Map.of("WLP_USER_DIR", users.toString(), "JAVA_HOME", PetstoreServer.java()));
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path war) throws IOException {
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Path type : classes()) {
        zip.putNextEntry(
            new ZipEntry(
                "WEB-INF/classes/"
                    + TextbookApplication.class.getPackageName().replace('.', '/')
                    + "/"
                    + type.getFileName()));
        Files.copy(type, zip);
      }
    }
  }

  private static List<Path> classes() throws IOException {
    Path directory =
        Path.of(
                URI.create(
                    TextbookApplication.class.getResource("TextbookApplication.class").toString()))
            .getParent();
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private void awaitReady() {
    for (int i = 0; i < READY_WITHIN_TRIES; i++) {
      try {
        publish(0);
        return;
      } catch (RuntimeException notYet) {
        pause();
      }
    }
    throw new IllegalStateException("it does not start");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "Liberty, textbook " + (overSockets ? "getAsyncRemote" : "SseBroadcaster");
  }

  @Override
  public boolean overSockets() {
    return overSockets;
  }

  @Override
  public URI address(int client) {
    return uri(overSockets ? "/sockets" : "/events");
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
    publisher.post(
        uri(overSockets ? "/broadcasts" : "/events"),
        Optional.empty(),
        "application/json",
        Message.json(number));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Override
  public int warmUpSeconds() {
    return PetstoreStreams.WARM_UP_SECONDS;
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
