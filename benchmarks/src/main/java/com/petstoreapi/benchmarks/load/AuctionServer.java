package com.petstoreapi.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The real auction-service. */
public final class AuctionServer implements AutoCloseable {
  private final PetstoreServer server;

  private AuctionServer(PetstoreServer server) {
    this.server = server;
  }

  /** The same as {@link PetstoreServer#start}. */
  public static AuctionServer start(Map<String, String> settings) {
    return new AuctionServer(PetstoreServer.start("auction", settings));
  }

  public long pid() {
    return server.pid();
  }

  /** Where an auction is followed. */
  public URI socket(String auction, String query) {
    return URI.create("ws" + server.uri("/auctions/" + auction + query).toString().substring(4));
  }

  /** A token for development that is good for an hour. */
  public String token(String user, String role) {
    return server.token(user, role);
  }

  /** Where somebody bids in an auction by a request. */
  public URI bids(String auction) {
    return server.uri("/v1/auctions/" + auction + "/bids");
  }

  /** Opens an auction for an hour in which each cent more is a bid; returns its id. */
  public String openAuction() {
    String proposal =
        "{\"petId\":\"rex\",\"title\":\"Rex\",\"startingPrice\":0.01,\"increment\":0.01,\"endsAt\":\"%s\"}"
            .formatted(Instant.now().plus(Duration.ofHours(1)));
    return PetstoreServer.field(
        server.post("/v1/auctions", token("seller", "seller"), proposal), "id");
  }

  @Override
  public void close() {
    server.close();
  }
}
