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

  /** Where a client connects that wants all that is kept first; empty where nothing is. */
  default Optional<URI> replay(int client) {
    return Optional.empty();
  }

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

  /** How many may publish at once. */
  default int publishers() {
    return 8;
  }

  /** Its process; its children count, too. */
  long pid();

  @Override
  void close();
}
