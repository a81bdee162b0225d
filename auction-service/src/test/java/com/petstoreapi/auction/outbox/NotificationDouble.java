package com.petstoreapi.auction.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for notification-service where the test server looks for it, well or unwell. */
final class NotificationDouble implements AutoCloseable {
  private static final String INVALID =
      "{\"status\":400,\"code\":\"invalid-message\",\"detail\":\"not like this\"}";

  private final List<Request> taken = new CopyOnWriteArrayList<>();
  private final List<Request> refused = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Mood mood = new Mood(503, "text/plain", "");
  private volatile String invalid = "";

  private record Mood(int status, String type, String body) {}

  /** What was asked for. */
  record Request(String path, String authorization, String body) {
    JsonObject object() {
      return read().asJsonObject();
    }

    /** The ids of its events, in their order. */
    List<String> ids() {
      JsonStructure read = read();
      JsonArray events =
          read instanceof JsonArray array ? array : read.asJsonObject().getJsonArray("events");
      return events.stream().map(event -> event.asJsonObject().getString("id")).toList();
    }

    private JsonStructure read() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.read();
      }
    }
  }

  NotificationDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 9482), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** From now on it takes all but what it finds invalid. */
  void isWell() {
    mood = new Mood(201, "application/json", "{}");
  }

  /** From now on it takes nothing, and answers so. */
  void answers(int status, String type, String body) {
    mood = new Mood(status, type, body);
  }

  /** It takes nothing in which that word occurs. */
  void findsInvalid(String word) {
    invalid = word;
  }

  /** What it has taken, in its order. */
  List<Request> taken() {
    return taken;
  }

  /** What it has not taken. */
  List<Request> refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Mood answer = moodFor(request);
      (answer.status() == 201 ? taken : refused).add(request);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Mood moodFor(Request request) {
    boolean isInvalid = !invalid.isEmpty() && request.body().contains(invalid);
    return isInvalid && mood.status() == 201
        ? new Mood(400, "application/problem+json", INVALID)
        : mood;
  }
}
