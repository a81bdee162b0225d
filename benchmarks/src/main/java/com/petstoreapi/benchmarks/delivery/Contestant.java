package com.petstoreapi.benchmarks.delivery;

import java.net.URI;
import java.util.Optional;

/** A server that pushes what is published to all who are connected. */
interface Contestant extends AutoCloseable {
  String name();

  /** Whether clients come over WebSocket; else over SSE. */
  boolean overSockets();

  /**
   * Where a client connects.
   *
   * @param client 0, 1, …
   */
  URI address(int client);

  /** The token that he shows, if he needs one. */
  Optional<String> token(int client);

  /** What a client says first; nothing for most. */
  default byte[] greeting() {
    return new byte[0];
  }

  /** What stands before a message's number, wherever it is in what a client gets. */
  String marker();

  /** Publishes a message with that number, of about 150 bytes; returns when it is accepted. */
  void publish(int number);

  /** How long it is used before it is measured; a virtual machine compiles what it runs often. */
  default int warmUpSeconds() {
    return 10;
  }

  /** Its process; its children count, too. */
  long pid();

  @Override
  void close();
}
