package com.petstoreapi.systemtests.support;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the tests do at the notification service, in the words of the business. */
public final class Notifications {
  public static final String STREAM = "/v1/pets/notifications";

  private final Entrance entrance;

  public Notifications(Entrance entrance) {
    this.entrance = entrance;
  }

  public HttpApi as(String user, String... roles) {
    return new HttpApi(entrance.notification("/"), entrance.tokens().of(user, roles));
  }

  public HttpApi anonymous() {
    return new HttpApi(entrance.notification("/"), null);
  }

  public URI stream(String query) {
    return entrance.notification(STREAM + query);
  }

  /** A live stream of everything that this user may see; it has said hello. */
  public SseClient listen(String user) {
    SseClient client = SseClient.open(stream(""), entrance.tokens().of(user));
    client.await("hello");
    return client;
  }

  public SseClient listenAfter(String lastEventId, String user) {
    return SseClient.openAfter(lastEventId, stream(""), entrance.tokens().of(user));
  }

  /** Publishes one notification to all and returns its position. */
  public Position publish(String title) {
    return publish(title, "-");
  }

  public Position publish(String title, String body) {
    return publish(notification(title, body));
  }

  private Position publish(JsonObject notification, String... headers) {
    return publisher().post("/v1/notifications", notification, headers).expect(201).position();
  }

  /** Publishes one, under the same key again as long as the connection ends without an answer. */
  public void publishUntilAnswered(String title) {
    String key = UUID.randomUUID().toString();
    Waiting.await("an answer to " + title)
        .ignoreException(UncheckedIOException.class)
        .until(() -> publish(notification(title, "-"), "Idempotency-Key", key), Objects::nonNull);
  }

  /** Publishes them in one call, as a batch, and returns the position of the last. */
  public Position publishAll(List<String> titles) {
    JsonArrayBuilder batch = Json.createArrayBuilder();
    titles.forEach(title -> batch.add(notification(title, "-")));
    return publisher()
        .send("POST", "/v1/notifications", batch.build().toString())
        .expect(201)
        .position();
  }

  public HttpApi publisher() {
    return as("the-publisher", "publisher");
  }

  public static JsonObject notification(String title, String body) {
    return JsonText.of("type", "notification", "data", JsonText.of("title", title, "body", body));
  }

  public static String title(SseEvent notification) {
    return notification.json().getString("title");
  }

  /** All of these types after that position which this user may see, page by page. */
  public List<JsonObject> history(String user, Position after, String... types) {
    String query = "/v1/notifications?limit=1000&types=" + String.join(",", types) + "&after=";
    List<JsonObject> all = new ArrayList<>();
    JsonObject page;
    String from = after.toString();
    do {
      page = as(user).get(query + from).expect(200).json();
      all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
      from = page.getString("position");
    } while (page.getBoolean("more"));
    return all;
  }

  /** The titles of the notifications that a client got so far, of those that begin so. */
  public static List<String> titles(SseClient client, String prefix) {
    return client.events("notification").stream()
        .map(Notifications::title)
        .filter(title -> title.startsWith(prefix))
        .toList();
  }

  /** {@code prefix-1} to {@code prefix-count}. */
  public static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + "-" + i).toList();
  }

  /** A new pet, and its id. */
  public String newPet(String name) {
    return as("a-seller", "seller")
        .post("/v1/pets", JsonText.of("name", name, "species", "dog", "price", 250))
        .expect(201)
        .text("id");
  }
}
