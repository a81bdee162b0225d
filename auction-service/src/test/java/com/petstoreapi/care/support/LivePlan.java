package com.petstoreapi.care.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.support.EventStream;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A care plan in the running service; ann owns it, and bob keeps it with her. */
public final class LivePlan {
  private final String petId;

  private LivePlan(String petId) {
    this.petId = petId;
  }

  public static LivePlan begin() {
    LivePlan plan = new LivePlan(UUID.randomUUID().toString());
    assertThat(plan.head("ann", "bob").statusCode()).isEqualTo(201);
    return plan;
  }

  public String petId() {
    return petId;
  }

  /** One of its addresses under {@code /v1}. */
  public String path(String rest) {
    return "/v1/care/" + petId + rest;
  }

  /** Says who keeps it beside its owner. */
  public HttpResponse<String> head(String user, String... members) {
    String ids = members.length == 0 ? "" : '"' + String.join("\",\"", members) + '"';
    return client(user).put(path(""), "{\"title\":\"Rex\",\"members\":[" + ids + "]}");
  }

  public HttpResponse<String> get(String user, String rest) {
    return client(user).get(path(rest));
  }

  /** An operation, or several, by plain HTTP. */
  public HttpResponse<String> operate(String user, String json, String... headers) {
    return client(user).post(path("/operations"), json, headers);
  }

  /** The position of a task that was added. */
  public String add(String user, String taskId) {
    HttpResponse<String> answer = operate(user, addition(taskId));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ServiceClient.json(answer).getString("position");
  }

  /** The plan as it stands. */
  public JsonObject state() {
    return ServiceClient.json(get("ann", ""));
  }

  public LiveSocket socket(String user, String query) {
    return client(user).socket("/care/" + petId + query);
  }

  public EventStream events(String user, String... headers) {
    return client(user).stream(path("/events"), headers);
  }

  public static String addition(String taskId) {
    return "{\"op\":\"add\",\"id\":\"%s\",\"text\":\"Walk\"}".formatted(taskId);
  }

  private static ServiceClient client(String user) {
    return ServiceClient.of(user, user.equals("sue") ? "support" : "user");
  }
}
