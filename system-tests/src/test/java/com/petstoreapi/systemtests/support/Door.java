package com.petstoreapi.systemtests.support;

import com.petstoreapi.systemtests.support.RawSocket.Head;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;

/** A way into the services, at which somebody shows what he has. */
public final class Door {
  private static final String ORIGIN = "Origin: http://localhost:9080";
  private final String name;
  private final URI uri;
  private final BiFunction<RawSocket, Shown, Head> request;

  /** The head of what was answered; names of headers are in lower case. */
  public record Answer(int status, Map<String, String> headers) {}

  private record Shown(URI uri, String headerLine) {}

  private Door(String name, URI uri, BiFunction<RawSocket, Shown, Head> request) {
    this.name = name;
    this.uri = uri;
    this.request = request;
  }

  /** A call that only looks, for users. */
  public static Door read(PetstoreServers servers) {
    return new Door(
        "REST read", servers.notification().uri("/v1/notifications"), (s, shown) -> get(s, shown));
  }

  /** A call that changes something, for users; by a page of ours. */
  public static Door write(PetstoreServers servers) {
    return new Door(
        "REST write",
        servers.notification().uri("/v1/notifications/read-position"),
        (socket, shown) -> put(socket, shown, ORIGIN, "{\"position\":\"0\"}"));
  }

  /** An event stream, for users. */
  public static Door stream(PetstoreServers servers) {
    return new Door(
        "SSE", servers.notification().uri("/v1/pets/notifications"), (s, shown) -> get(s, shown));
  }

  /** A WebSocket, for whoever is signed in; opened by a page of ours. */
  public static Door socket(PetstoreServers servers, String auction) {
    return new Door(
        "WebSocket",
        servers.auction().uri("/auctions/" + auction),
        (socket, shown) -> socket.upgrade(shown.uri(), shown.headerLine(), ORIGIN));
  }

  public String path() {
    return uri.getPath();
  }

  /** Shows it, and leaves when the head of the answer is there. */
  public Answer knock(Credential shown) {
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      String line = shown.headerLine().isEmpty() ? "X-Shown: nothing" : shown.headerLine();
      Head head = request.apply(socket, new Shown(URI.create(uri + shown.query()), line));
      return new Answer(head.status(), head.headers());
    }
  }

  private static Head get(RawSocket socket, Shown shown) {
    return socket.request("GET", shown.uri(), shown.headerLine() + "\r\n");
  }

  private static Head put(RawSocket socket, Shown shown, String origin, String body) {
    String lines = "%s\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n";
    return socket.request(
        "PUT", shown.uri(), lines.formatted(shown.headerLine(), origin, body.length()), body);
  }

  @Override
  public String toString() {
    return name;
  }
}
