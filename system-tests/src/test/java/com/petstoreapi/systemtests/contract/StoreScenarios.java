package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;
import java.util.List;

/** Pets, orders and stock. */
final class StoreScenarios extends Scenarios {
  StoreScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    pets();
    changesOfPets();
    orders();
    inventory();
  }

  private void pets() {
    drive("createPet", this::newPet);
    drive(
        "listPets",
        () -> {
          newPet();
          call("listPets").by("ann").query("status=AVAILABLE&limit=1").expect(200);
          call("listPets").by("ann").query("limit=201").expect(400);
        });
    drive("getPet", () -> call("getPet", newPet()).by("ann").expect(200));
    drive(
        "adoptPet",
        () -> {
          String pet = newPet();
          call("adoptPet", pet).by("ann").body(JsonText.of("userId", "bob")).expect(403);
          call("adoptPet", pet).by("ann").expect(201);
          call("adoptPet", pet).by("ann").expect(409);
        });
    drive(
        "sellPet",
        () -> {
          var event = JsonText.of("id", some("e"), "type", "notification", "data", JsonText.of());
          var sale = JsonText.of("userId", "ann", "events", List.of(event));
          call("sellPet", newPet()).by("a-publisher", "publisher").body(sale).expect(201);
          call("sellPet", newPet()).by("ann").body(sale).expect(403);
        });
  }

  private void changesOfPets() {
    drive(
        "putPetStatus",
        () -> {
          var pending = JsonText.of("status", "PENDING");
          Call change = call("putPetStatus", newPet()).by("sally", "seller").body(pending);
          change.header("Idempotency-Key", some("key")).expect(200);
          change.body(JsonText.of("status", "ADOPTED")).expect(409);
          call("putPetStatus", newPet()).by("ann").body(pending).expect(403);
        });
    drive(
        "putPetPrice",
        () ->
            call("putPetPrice", newPet())
                .by("sally", "seller")
                .body(JsonText.of("price", 19.5, "currency", "EUR"))
                .expect(200));
  }

  private void orders() {
    drive("placeOrder", this::newOrder);
    drive(
        "getOrder",
        () -> {
          String order = newOrder();
          call("getOrder", order).by("ann").expect(200);
          call("getOrder", order).by("bob").expect(404);
        });
    drive(
        "putOrderStatus",
        () -> {
          String order = newOrder();
          Call change = call("putOrderStatus", order).by("sally", "seller");
          change.body(JsonText.of("status", "APPROVED")).expect(200);
          change.body(JsonText.of("status", "DELIVERED")).expect(409);
        });
  }

  private void inventory() {
    drive("putStock", this::newArticle);
    drive("getStock", () -> call("getStock", newArticle()).by("ann").expect(200));
    drive(
        "listInventory",
        () -> {
          newArticle();
          call("listInventory").by("ann").query("limit=1").expect(200);
        });
  }

  private String newPet() {
    var pet = JsonText.of("name", "Rex", "species", "dog", "price", 650);
    Answer created = call("createPet").by("sally", "seller").body(pet).expect(201);
    return created.text("id");
  }

  private String newOrder() {
    return call("placeOrder").by("ann").body(JsonText.of("petId", newPet())).expect(201).text("id");
  }

  private String newArticle() {
    String sku = some("leash");
    call("putStock", sku).by("sally", "seller").body(JsonText.of("stock", 12)).expect(200);
    return sku;
  }
}
