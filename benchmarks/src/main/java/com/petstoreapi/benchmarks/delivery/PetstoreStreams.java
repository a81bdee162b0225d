package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.PetstoreServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** notification-service: notifications for all, over SSE. */
final class PetstoreStreams implements Contestant {
  static final String MANY = "1000000";
  static final int USERS = 100;
  static final int WARM_UP_SECONDS = 40;

  private final PetstoreServer server =
      PetstoreServer.start(
          "notification",
          Map.of(
              "PETSTORE_QUOTA_CONNECTIONS_PER_USER", MANY,
              "PETSTORE_QUOTA_CONNECTIONS_PER_ADDRESS", MANY,
              "PETSTORE_QUOTA_WRITES_PER_SECOND", MANY,
              "PETSTORE_QUOTA_WRITE_BURST", MANY,
              "PETSTORE_SEED", "false"));
  private final List<String> tokens;
  private final Optional<String> publishing = Optional.of(server.token("publisher", "publisher"));
  private final Publisher publisher = new Publisher();

  PetstoreStreams() {
    this(USERS);
  }

  /**
   * @param users as many are connected in turn
   */
  PetstoreStreams(int users) {
    tokens = IntStream.range(0, users).mapToObj(i -> server.token(user(i), "user")).toList();
  }

  private static String user(int client) {
    return "reader-" + client;
  }

  @Override
  public String name() {
    return "Petstore Live, SSE";
  }

  @Override
  public boolean overSockets() {
    return false;
  }

  @Override
  public URI address(int client) {
    return server.uri("/v1/pets/notifications");
  }

  @Override
  public Optional<URI> replay(int client) {
    return Optional.of(server.uri("/v1/pets/notifications?lastEventId=earliest"));
  }

  @Override
  public Optional<String> token(int client) {
    return Optional.of(tokens.get(client % tokens.size()));
  }

  @Override
  public String marker() {
    return Message.MARKER;
  }

  @Override
  public void publish(int number, int bytes) {
    String body = "{\"type\":\"notification\",\"data\":%s}".formatted(Message.json(number, bytes));
    publisher.post(server.uri("/v1/notifications"), publishing, "application/json", body);
  }

  /** Tells each of these users something, by one request; the first message has that number. */
  void tell(int[] users, int first) {
    String events =
        IntStream.range(0, users.length)
            .mapToObj(
                i ->
                    "{\"type\":\"notification\",\"audience\":\"%s\",\"data\":%s}"
                        .formatted(user(users[i]), Message.json(first + i, Message.USUAL_BYTES)))
            .collect(Collectors.joining(",", "[", "]"));
    publisher.post(server.uri("/v1/notifications"), publishing, "application/json", events);
  }

  @Override
  public int warmUpSeconds() {
    return WARM_UP_SECONDS;
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    server.close();
  }
}
