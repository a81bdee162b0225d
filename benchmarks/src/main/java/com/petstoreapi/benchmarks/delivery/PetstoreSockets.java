package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.AuctionServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** auction-service: the bids of an auction, over WebSocket. */
final class PetstoreSockets implements Contestant {
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
  private final String auction = server.openAuction();
  private final List<String> tokens =
      IntStream.range(0, PetstoreStreams.USERS)
          .mapToObj(i -> server.token("reader-" + i, "user"))
          .toList();
  private final Publisher publisher = new Publisher();

  /**
   * @param batched whether what comes together comes in one frame ({@code batch=1})
   */
  PetstoreSockets(boolean batched) {
    this.batched = batched;
  }

  @Override
  public String name() {
    return "Petstore Live, WebSocket" + (batched ? ", batch=1" : "");
  }

  @Override
  public boolean overSockets() {
    return true;
  }

  @Override
  public URI address(int client) {
    return server.socket(auction, batched ? "?batch=1" : "");
  }

  @Override
  public Optional<URI> replay(int client) {
    return Optional.of(server.socket(auction, batched ? "?after=0&batch=1" : "?after=0"));
  }

  @Override
  public Optional<String> token(int client) {
    return Optional.of(tokens.get(client % PetstoreStreams.USERS));
  }

  /** Of a bid; what is told to who was outbid has another name. */
  @Override
  public String marker() {
    return "\"amount\":";
  }

  @Override
  public void publish(int number, int bytes) {
    publisher.post(
        server.bids(auction),
        Optional.of(tokens.get(number % PetstoreStreams.USERS)),
        "application/json",
        "{\"amount\":" + number + "}");
  }

  /** A bid that comes after a higher one is none. */
  @Override
  public int publishers() {
    return 1;
  }

  @Override
  public int warmUpSeconds() {
    return PetstoreStreams.WARM_UP_SECONDS;
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
