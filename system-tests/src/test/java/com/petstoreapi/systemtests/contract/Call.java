package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A call of an operation, whose answer is held against the document, whatever it is. */
final class Call {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Contract contract;
  private final Operation operation;
  private final Tokens tokens;
  private final URI address;
  private final HttpRequest.Builder request;

  /**
   * @param address with its query
   */
  Call(Contract contract, Operation operation, Tokens tokens, URI address) {
    this.contract = contract;
    this.operation = operation;
    this.tokens = tokens;
    this.address = address;
    this.request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .method(operation.method(), BodyPublishers.noBody());
  }

  /** Who calls; with no role named, a plain user. Otherwise nobody does. */
  Call by(String user, String... roles) {
    return header("Authorization", "Bearer " + tokens.of(user, roles));
  }

  Call query(String query) {
    URI asked = URI.create(address + "?" + query);
    request.uri(asked);
    return this;
  }

  Call header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  Call body(JsonObject body) {
    return body("application/json", body.toString());
  }

  Call body(String mediaType, String body) {
    request.method(operation.method(), BodyPublishers.ofString(body));
    return header("Content-Type", mediaType);
  }

  /** Sends it. The answer must have this status, and be as the document says. */
  Answer expect(int status) {
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      Answer answer = new Answer(response.statusCode(), response.headers(), body(response));
      contract.check(operation, answer);
      return answer.expect(status);
    } catch (IOException e) {
      throw new UncheckedIOException(operation.line(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All of it; of a stream its beginning, for it does not end. */
  private static String body(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      boolean isStream =
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      byte[] read = isStream ? body.readNBytes(1) : body.readAllBytes();
      return new String(read, StandardCharsets.UTF_8);
    }
  }
}
