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

  /**
   * What stands before a message's number, wherever it is in what a client gets; two bytes or more.
   */
  String marker();

  /**
   * Publishes a message with that number; returns when it is accepted.
   *
   * @param bytes about so long, where the contestant has a choice
   */
  void publish(int number, int bytes);

  /** The same with a message of the usual length. */
  default void publish(int number) {
    publish(number, Message.USUAL_BYTES);
  }

  /** How many may publish at once. */
  default int publishers() {
    return 8;
  }

  /**
   * How long it tells all before it is measured, and half the time for which it tells one before
   * that: a virtual machine compiles what it runs often, and is slow until then.
   */
  default int warmUpSeconds() {
    return 10;
  }

  /** Its process; its children count, too. */
  long pid();

  @Override
  void close();
}
