package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.PetstoreServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** notification-service: notifications for all, over SSE. */
final class PetstoreStreams implements Contestant {
  static final String MANY = "1000000";
  static final int USERS = 100;
  static final int WARM_UP_SECONDS = 60;

  private final PetstoreServer server =
      PetstoreServer.start(
          "notification",
          Map.of("PETSTORE_QUOTA_CONNECTIONS_PER_USER", MANY, "PETSTORE_SEED", "false"));
  private final List<String> tokens =
      IntStream.range(0, USERS).mapToObj(i -> server.token("reader-" + i, "user")).toList();
  private final Optional<String> publishing = Optional.of(server.token("publisher", "publisher"));
  private final Publisher publisher = new Publisher();

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
  public Optional<String> token(int client) {
    return Optional.of(tokens.get(client % USERS));
  }

  @Override
  public String marker() {
    return "#no";
  }

  @Override
  public void publish(int number) {
    String body = "{\"type\":\"notification\",\"data\":%s}".formatted(Message.json(number));
    publisher.post(server.uri("/v1/notifications"), publishing, "application/json", body);
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
