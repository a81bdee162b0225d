package com.petstoreapi.systemtests.care;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What the tests do with care plans. */
final class CarePlans {
  private final Entrance entrance;

  CarePlans(Entrance entrance) {
    this.entrance = entrance;
  }

  HttpApi as(String user, String... roles) {
    return new HttpApi(entrance.auction("/"), entrance.tokens().of(user, roles));
  }

  /** A new plan of ann's, and the id of its pet. */
  String begin(String... members) {
    String petId = "pet-" + UUID.randomUUID();
    head(petId, "ann", members).expect(201);
    return petId;
  }

  Answer head(String petId, String user, String... members) {
    return as(user).put(path(petId), JsonText.of("title", "Rex", "members", List.of(members)));
  }

  JsonObject state(String petId) {
    return as("ann").get(path(petId)).expect(200).json();
  }

  Answer operate(String petId, String user, JsonObject operation) {
    return as(user).post(path(petId) + "/operations", operation);
  }

  Editor editor(String petId, String user) {
    return new Editor(
        user,
        entrance.tokens().of(user),
        query -> entrance.auctionSocket("/care/" + petId + query));
  }

  URI socket(String petId) {
    return entrance.auctionSocket("/care/" + petId);
  }

  static String path(String petId) {
    return "/v1/care/" + petId;
  }
}
