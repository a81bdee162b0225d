package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks HTTP to the service, as one user or as nobody. */
public final class ServiceClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String BASE = "http://localhost:9481";

  private final String token;

  private ServiceClient(String token) {
    this.token = token;
  }

  /** Somebody without a token. */
  public static ServiceClient nobody() {
    return new ServiceClient("");
  }

  /** A user with a development token. */
  public static ServiceClient of(String user, String... roles) {
    String names = roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"";
    HttpResponse<String> answer =
        nobody().post("/v1/dev/tokens", "{\"user\":\"%s\",\"roles\":[%s]}".formatted(user, names));
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ServiceClient(json(answer).getString("token"));
  }

  public static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  public String token() {
    return token;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    request.header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(body)), BodyHandlers.ofString());
  }

  /** The same with something else than JSON. */
  public HttpResponse<String> post(String path, byte[] body, String contentType) {
    HttpRequest.Builder request = request(path, "Content-Type", contentType);
    return send(request.POST(BodyPublishers.ofByteArray(body)), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> getBytes(String path) {
    return send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> put(String path, String body) {
    HttpRequest.Builder request = request(path, "Content-Type", "application/json");
    return send(request.PUT(BodyPublishers.ofString(body)), BodyHandlers.ofString());
  }

  public HttpResponse<String> put(String path) {
    return send(request(path).PUT(BodyPublishers.noBody()), BodyHandlers.ofString());
  }

  public HttpResponse<String> put(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    request.header("Content-Type", "application/json");
    return send(request.PUT(BodyPublishers.ofString(body)), BodyHandlers.ofString());
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE(), BodyHandlers.ofString());
  }

  /** Opens a stream of events. */
  public EventStream stream(String path, String... headers) {
    HttpResponse<InputStream> answer =
        send(request(path, headers).GET(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new EventStream(answer);
  }

  /** Opens a socket. */
  public LiveSocket socket(String path) {
    return LiveSocket.open(
        HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token), socketUri(path));
  }

  /** Opens a socket as a browser must, which cannot set a header. */
  public LiveSocket browserSocket(String path) {
    return LiveSocket.open(
        HTTP.newWebSocketBuilder().subprotocols("petstore.v1", "bearer." + token), socketUri(path));
  }

  private static URI socketUri(String path) {
    return URI.create("ws" + BASE.substring("http".length()) + path);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(BASE + path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return HTTP.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
