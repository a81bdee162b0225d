package com.petstoreapi.auction.support;

import static com.petstoreapi.auction.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An auction of the service that runs; it starts at 10 and rises by 1.
 *
 * @param id by which the service knows it
 */
public record LiveAuction(String id) {
  private static final Duration LONG = Duration.ofHours(1);

  /** An auction that outlasts the test. */
  public static LiveAuction open() {
    return lasting(LONG);
  }

  /** An auction that ends by itself that much later; at least a second. */
  public static LiveAuction lasting(Duration duration) {
    return of("rex", duration);
  }

  /** An auction of that pet, which outlasts the test. */
  public static LiveAuction of(String petId) {
    return of(petId, LONG);
  }

  /** An auction of that pet, which ends by itself that much later. */
  public static LiveAuction of(String petId, Duration duration) {
    ServiceClient seller = ServiceClient.of("sam", "seller");
    Instant endsAt = Instant.now().plus(duration).truncatedTo(ChronoUnit.MILLIS);
    String proposal =
        "{\"petId\":\"%s\",\"title\":\"Rex\",\"startingPrice\":10,\"increment\":1,\"endsAt\":\"%s\"}";
    HttpResponse<String> answer = seller.post("/v1/auctions", proposal.formatted(petId, endsAt));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new LiveAuction(json(answer).getString("id"));
  }

  /** Has a user bid over HTTP; the position of the bid. */
  public String bid(String user, int amount) {
    HttpResponse<String> answer =
        ServiceClient.of(user, "user").post(path() + "/bids", "{\"amount\":" + amount + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).getString("position");
  }

  /** An admin brings the hammer down. */
  public void close() {
    HttpResponse<String> answer = ServiceClient.of("ada", "admin").post(path() + "/close", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  public JsonObject state() {
    return json(ServiceClient.of("eve", "user").get(path()));
  }

  /**
   * @param query empty, or begins with a question mark
   */
  public LiveSocket socket(String user, String query) {
    return ServiceClient.of(user, "user").socket("/auctions/" + id + query);
  }

  /** The same over SSE. */
  public EventStream events(String user, String... headers) {
    return ServiceClient.of(user, "user").stream(path() + "/events", headers);
  }

  private String path() {
    return "/v1/auctions/" + id;
  }
}
