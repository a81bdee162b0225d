package com.petstoreapi.benchmarks.delivery;

import java.net.URI;
import java.util.Optional;

/** A contestant that is not ours: a server of its own on a port, for which nobody needs a token. */
abstract class Peer implements Contestant {
  private final String name;
  private final boolean overSockets;
  private final int port;
  private final ChildProcess process;
  private final Publisher publisher = new Publisher();

  Peer(String name, boolean overSockets, int port, ChildProcess process) {
    this.name = name;
    this.overSockets = overSockets;
    this.port = port;
    this.process = process;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean overSockets() {
    return overSockets;
  }

  @Override
  public final Optional<String> token(int client) {
    return Optional.empty();
  }

  @Override
  public final String marker() {
    return Message.MARKER;
  }

  @Override
  public final long pid() {
    return process.pid();
  }

  @Override
  public final void close() {
    process.close();
  }

  final URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Publishes a message by a request to that path. */
  final void post(String path, String contentType, int number, int bytes) {
    publisher.post(uri(path), Optional.empty(), contentType, Message.json(number, bytes));
  }
}
