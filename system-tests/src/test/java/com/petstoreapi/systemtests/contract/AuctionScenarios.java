package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Auctions of all formats, and their bids. */
final class AuctionScenarios extends Scenarios {
  AuctionScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    auctions();
    bids();
    ends();
    events();
  }

  private void auctions() {
    drive(
        "openAuction",
        () -> {
          opened("softClose", softClose(), "increments", increments(), "reservePrice", 20);
          opened("increment", 2, "buyNowPrice", 50, "buyNowUntil", "first-bid");
          opened("format", "dutch", "floorPrice", 1, "step", 1, "everySeconds", 10);
          opened("format", "sealed-second-price", "bidders", "anonymous");
          proposed("format", "dutch", "softClose", softClose()).expect(400);
        });
    drive(
        "listAuctions",
        () -> {
          opened();
          call("listAuctions").by("ann").query("status=OPEN&petId=pet-1&limit=1").expect(200);
        });
    drive(
        "getAuction",
        () -> {
          String auction = opened("reservePrice", 20);
          bid(auction, "bob", "amount", 12).expect(201);
          call("getAuction", auction).by("ann").expect(200);
        });
  }

  private void bids() {
    drive(
        "placeBid",
        () -> {
          String auction = opened();
          bid(auction, "sally", "amount", 12).expect(403); // own-auction
          bid(auction, "ann", "amount", 12).expect(201);
          bid(auction, "ann", "amount", 20).expect(409); // already-leading
          bid(auction, "bob", "amount", 12).expect(422);
          bid(auction, "bob", "max", 30).expect(201);
          bid(auction, "bob", "max", 40, "amount", 40).expect(400);
        });
    drive(
        "listBids",
        () -> {
          String auction = opened();
          bid(auction, "ann", "amount", 12).expect(201);
          call("listBids", auction).by("bob").query("limit=1").expect(200);
          call("listBids", auction).by("bob").query("after=1-gone").expect(400);
        });
    drive(
        "buyNow",
        () -> {
          String auction = opened("buyNowPrice", 50);
          call("buyNow", auction).by("ann").expect(201);
          call("buyNow", auction).by("bob").expect(409);
          call("buyNow", opened()).by("bob").expect(409);
        });
  }

  private void ends() {
    drive(
        "cancelAuction",
        () -> {
          String auction = opened();
          call("cancelAuction", auction).by("another", "seller").expect(403);
          call("cancelAuction", auction).by("sally", "seller").expect(200);
          call("cancelAuction", auction).by("sally", "seller").expect(409);
        });
    drive(
        "closeAuction",
        () -> {
          String auction = opened();
          bid(auction, "ann", "amount", 12).expect(201);
          call("closeAuction", auction).by("an-admin", "admin").expect(200);
          call("closeAuction", auction).by("an-admin", "admin").expect(409);
        });
  }

  private void events() {
    drive(
        "streamAuction",
        () -> {
          String auction = opened();
          Call events = call("streamAuction", auction).by("ann");
          events.header("Accept", "text/event-stream").expect(200);
          events.query("types=NONE").expect(400);
          Call pages = call("streamAuction", auction).by("ann");
          pages.header("Accept", "application/json").query("limit=10").expect(200);
        });
    drive("headAuction", () -> call("headAuction", opened()).by("ann").expect(200));
    drive("getAuctionPresence", () -> call("getAuctionPresence", opened()).by("ann").expect(200));
  }

  private String opened(Object... namesAndValues) {
    return proposed(namesAndValues).expect(201).text("id");
  }

  private Call proposed(Object... namesAndValues) {
    JsonObject usual =
        JsonText.of(
            "petId",
            "pet-1",
            "title",
            "Rex",
            "startingPrice",
            10,
            "endsAt",
            Auctions.in(Duration.ofMinutes(5)));
    JsonObject terms =
        Json.createObjectBuilder(usual)
            .addAll(Json.createObjectBuilder(JsonText.of(namesAndValues)))
            .build();
    return call("openAuction").by("sally", "user", "seller").body(terms);
  }

  private Call bid(String auction, String user, Object... namesAndValues) {
    return call("placeBid", auction).by(user).body(JsonText.of(namesAndValues));
  }

  private static JsonObject softClose() {
    return JsonText.of("windowSeconds", 10, "extensionSeconds", 10);
  }

  private static List<JsonObject> increments() {
    return List.of(JsonText.of("below", 100, "step", 1), JsonText.of("step", 5));
  }
}
