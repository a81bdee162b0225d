package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.AuctionServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** auction-service, over WebSocket. */
abstract class PetstoreSockets implements Contestant {
  private final String name;
  private final boolean batched;
  private final AuctionServer server =
      AuctionServer.start(
          Map.of(
              "PETSTORE_QUOTA_CONNECTIONS_PER_USER", PetstoreStreams.MANY,
              "PETSTORE_QUOTA_CONNECTIONS_PER_ADDRESS", PetstoreStreams.MANY,
              "PETSTORE_QUOTA_WRITES_PER_SECOND", PetstoreStreams.MANY,
              "PETSTORE_QUOTA_WRITE_BURST", PetstoreStreams.MANY,
              "PETSTORE_SOCKET_PING_SECONDS", "300", // readers answer no pings
              "PETSTORE_SEED", "false",
              "PETSTORE_NOTIFICATIONS_URL", "http://localhost:1"));
  private final List<String> tokens;
  private final Publisher publisher = new Publisher();

  /**
   * @param what is told
   * @param batched whether what comes together comes in one frame ({@code batch=1})
   * @param role of those who read
   */
  PetstoreSockets(String what, boolean batched, String role) {
    this.name = "Petstore Live, WebSocket" + (batched ? ", batch=1" : "") + ", " + what;
    this.batched = batched;
    this.tokens =
        IntStream.range(0, PetstoreStreams.USERS)
            .mapToObj(i -> server.token("reader-" + i, role))
            .toList();
  }

  /** Where it is followed. */
  abstract URI socket(String query);

  AuctionServer server() {
    return server;
  }

  void post(URI uri, String token, String json) {
    publisher.post(uri, Optional.of(token), "application/json", json);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean overSockets() {
    return true;
  }

  @Override
  public final URI address(int client) {
    return socket(batched ? "?batch=1" : "");
  }

  @Override
  public final Optional<URI> replay(int client) {
    return Optional.of(socket(batched ? "?after=0&batch=1" : "?after=0"));
  }

  @Override
  public final Optional<String> token(int client) {
    return Optional.of(tokens.get(client % tokens.size()));
  }

  @Override
  public final int warmUpSeconds() {
    return PetstoreStreams.WARM_UP_SECONDS;
  }

  @Override
  public final long pid() {
    return server.pid();
  }

  @Override
  public final void close() {
    server.close();
  }
}
