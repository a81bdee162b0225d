package com.petstoreapi.systemtests.support;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What the tests do in the support chat, in the words of the business. */
public final class Chats {
  private final Entrance entrance;

  public Chats(Entrance entrance) {
    this.entrance = entrance;
  }

  public HttpApi as(String user, String... roles) {
    return new HttpApi(entrance.auction("/"), entrance.tokens().of(user, roles));
  }

  public HttpApi support(String user) {
    return as(user, "support");
  }

  /** A user whom nobody else is. */
  public static String somebody(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** A new room with its first message, and its id. */
  public String open(String customer, String text) {
    JsonObject inquiry = JsonText.of("subject", "Help", "text", text);
    return as(customer).post("/v1/chats", inquiry).expect(201).text("id");
  }

  /** Has somebody of the support take the room. */
  public Answer take(String agent, String room) {
    return support(agent).send("PUT", path(room) + "/agent", "{}");
  }

  public Answer say(HttpApi user, String room, String text) {
    return user.post(path(room) + "/messages", JsonText.of("text", text));
  }

  /** The room as it stands, to one of the support. */
  public JsonObject state(String room) {
    return support("a-reader").get(path(room)).expect(200).json();
  }

  /** The texts of the room, in the order of commits. */
  public List<String> texts(String room) {
    JsonObject page =
        support("a-reader")
            .get(path(room) + "/messages?types=message&limit=1000")
            .expect(200)
            .json();
    return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.getJsonObject("data").getString("text"))
        .toList();
  }

  /** A socket in the room that was told its history. */
  public SocketClient join(String user, String room, String... roles) {
    SocketClient client = enter(room, "", user, roles);
    client.await("history");
    return client;
  }

  /**
   * A socket at the door.
   *
   * @param query empty, or begins with a question mark
   */
  public SocketClient enter(String room, String query, String user, String... roles) {
    return SocketClient.open(socket(room, query), entrance.tokens().of(user, roles));
  }

  public URI socket(String room, String query) {
    return entrance.auctionSocket("/chat/" + room + query);
  }

  /** The room's stream over SSE. */
  public SseClient events(String room, String user, String... roles) {
    URI uri = entrance.auction(path(room) + "/events");
    return SseClient.open(uri, entrance.tokens().of(user, roles));
  }

  public static String path(String room) {
    return "/v1/chats/" + room;
  }

  /** A message under a key that nobody has used. */
  public static JsonObject message(String text) {
    return JsonText.of("type", "message", "text", text, "key", UUID.randomUUID().toString());
  }

  public static JsonObject typing(boolean on) {
    return JsonText.of("type", "typing", "on", on);
  }
}
