package com.petstoreapi.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What teams write by hand: Express with a list of responses, or {@code ws} with its clients. */
final class NodeServer implements Contestant {
  private static final Path SOURCES =
      Path.of(System.getProperty("petstore.root", ".."), "benchmarks/peers/node");

  private final boolean overSockets;
  private final int port = ChildProcess.freePort();
  private final ChildProcess process;
  private final Publisher publisher = new Publisher();

  private NodeServer(boolean overSockets, Path directory) {
    this.overSockets = overSockets;
    String script = overSockets ? "sockets.js" : "streams.js";
    process = ChildProcess.start(directory, port, List.of("node", script, Integer.toString(port)));
  }

  /** Empty where there is no Node, or its packages cannot be had. */
  static Optional<Contestant> start(boolean overSockets) {
    Path directory = copy();
    if (!ChildProcess.run(directory, "npm", "ci", "--no-audit", "--no-fund")) {
      System.out.println("Node is left out: npm ci does not work, see " + directory + "/run.out");
      return Optional.empty();
    }
    return Optional.of(new NodeServer(overSockets, directory));
  }

  private static Path copy() {
    try (Stream<Path> files = Files.list(SOURCES)) {
      Path directory = Files.createTempDirectory("node-");
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return overSockets ? "Node, ws" : "Node, Express SSE";
  }

  @Override
  public boolean overSockets() {
    return overSockets;
  }

  @Override
  public URI address(int client) {
    return URI.create("http://localhost:" + port + "/events");
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
        URI.create("http://localhost:" + port + "/publish"),
        Optional.empty(),
        "application/json",
        "{\"title\":\"#no%d \",\"body\":\"%s\"}".formatted(number, "x".repeat(100)));
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
