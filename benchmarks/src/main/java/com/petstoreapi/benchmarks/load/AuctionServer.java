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
    return overSocket("/auctions/" + auction + query);
  }

  /** Where a chat is followed. */
  public URI chatSocket(String room, String query) {
    return overSocket("/chat/" + room + query);
  }

  private URI overSocket(String path) {
    return URI.create("ws" + server.uri(path).toString().substring("http".length()));
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

  /** Opens a chat of that user; returns its id. */
  public String openChat(String token) {
    return PetstoreServer.field(server.post("/v1/chats", token, "{}"), "id");
  }

  /** Where something is said in a chat by a request. */
  public URI messages(String room) {
    return server.uri("/v1/chats/" + room + "/messages");
  }

  @Override
  public void close() {
    server.close();
  }
}
