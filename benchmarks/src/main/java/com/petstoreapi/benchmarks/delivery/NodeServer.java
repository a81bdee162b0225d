package com.petstoreapi.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What teams write by hand: Express with a list of responses, {@code ws}, or Socket.IO. */
final class NodeServer extends Peer {
  private static final Path SOURCES =
      Path.of(System.getProperty("petstore.root", ".."), "benchmarks/peers/node");

  private final Kind kind;

  /** Which of them. */
  enum Kind {
    EXPRESS("Node, Express SSE", "streams.js", "/events"),
    WS("Node, ws", "sockets.js", "/events"),
    SOCKET_IO("Node, Socket.IO", "socketio.js", "/socket.io/?EIO=4&transport=websocket");

    private final String title;
    private final String script;
    private final String path;

    Kind(String title, String script, String path) {
      this.title = title;
      this.script = script;
      this.path = path;
    }
  }

  private NodeServer(Kind kind, int port, ChildProcess process) {
    super(kind.title, kind != Kind.EXPRESS, port, process);
    this.kind = kind;
  }

  /** Empty where there is no Node, or its packages cannot be had. */
  static Optional<Contestant> start(Kind kind) {
    Path directory = copy();
    if (!ChildProcess.run(directory, "npm", "ci", "--no-audit", "--no-fund")) {
      System.out.println("Node is left out: npm ci does not work, see " + directory + "/run.out");
      return Optional.empty();
    }
    int port = ChildProcess.freePort();
    List<String> command = List.of("node", kind.script, Integer.toString(port));
    return Optional.of(new NodeServer(kind, port, ChildProcess.start(directory, port, command)));
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
  public URI address(int client) {
    return uri(kind.path);
  }

  /** Socket.IO wants to be told that somebody connects: a masked text frame with 40. */
  @Override
  public byte[] greeting() {
    return kind == Kind.SOCKET_IO
        ? new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '4', '0'}
        : new byte[0];
  }

  @Override
  public void publish(int number, int bytes) {
    post("/publish", "application/json", number, bytes);
  }
}
