package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.Pause;
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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The standard at its word, on the same Open Liberty with the same options of the JVM. */
final class Textbook extends Peer {
  private static final int READY_WITHIN_SECONDS = 60;
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

  private Textbook(boolean overSockets, int port, ChildProcess process) {
    super(
        "Liberty, textbook " + (overSockets ? "getAsyncRemote" : "SseBroadcaster"),
        overSockets,
        port,
        process);
  }

  /** Returns when it answers. */
  static Textbook start(boolean overSockets) {
    int port = ChildProcess.freePort();
    try {
      Path users = Files.createTempDirectory("textbook-");
      Path server = Files.createDirectories(users.resolve("servers/textbook"));
      Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(port));
      Files.copy(
          PetstoreServer.assembled().resolve("servers/notification/jvm.options"),
          server.resolve("jvm.options"));
      write(Files.createDirectories(server.resolve("apps")).resolve("textbook.war"));
      List<String> command = List.of(PetstoreServer.script().toString(), "run", "textbook");
      Map<String, String> environment =
          Map.of("WLP_USER_DIR", users.toString(), "JAVA_HOME", PetstoreServer.java());
      Textbook textbook =
          new Textbook(overSockets, port, ChildProcess.start(users, port, command, environment));
      Pause.until(textbook::answers, READY_WITHIN_SECONDS);
      return textbook;
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

  private boolean answers() {
    try {
      publish(0);
      return true;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  @Override
  public URI address(int client) {
    return uri(overSockets() ? "/sockets" : "/events");
  }

  @Override
  public void publish(int number, int bytes) {
    post(overSockets() ? "/broadcasts" : "/events", "application/json", number, bytes);
  }

  @Override
  public int warmUpSeconds() {
    return PetstoreStreams.WARM_UP_SECONDS;
  }
}
