package com.petstoreapi.auction.support;

import static com.petstoreapi.auction.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A chat of the service that runs, of a customer whom nobody else is.
 *
 * @param id by which the service knows it
 */
public record LiveChat(String id, String customer) {
  /** The smallest that counts as a picture. */
  public static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0001020304");

  public static LiveChat open() {
    String customer = "carl-" + UUID.randomUUID().toString().substring(0, 8);
    HttpResponse<String> answer =
        ServiceClient.of(customer, "user").post("/v1/chats", "{\"subject\":\"Rex\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new LiveChat(json(answer).getString("id"), customer);
  }

  /** Has somebody of the support take it. */
  public LiveChat takenBy(String agent) {
    HttpResponse<String> answer = ServiceClient.of(agent, "support").put(path("/agent"), "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return this;
  }

  public ServiceClient asCustomer() {
    return ServiceClient.of(customer, "user");
  }

  public JsonObject state() {
    return json(asCustomer().get(path("")));
  }

  /** Has somebody write; the position. */
  public String say(ServiceClient user, String text) {
    HttpResponse<String> answer = user.post(path("/messages"), "{\"text\":\"" + text + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).getString("position");
  }

  /**
   * @param query empty, or begins with a question mark
   */
  public LiveSocket socket(ServiceClient user, String query) {
    return user.socket("/chat/" + id + query);
  }

  /**
   * @param below empty, or begins with a slash
   */
  public String path(String below) {
    return "/v1/chats/" + id + below;
  }
}
