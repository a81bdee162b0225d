package com.petstoreapi.systemtests.hardening;

import java.util.List;

/**
 * A call that a service offers.
 *
 * @param path with {@code {id}} where an id belongs
 * @param body what it takes; without fields where it takes none
 */
record Operation(String method, String path, JsonShape body) {
  private static final JsonShape NOTHING = JsonShape.of();
  private static final JsonShape PRICE = JsonShape.of("price", "10.5", "currency", "\"USD\"");

  static final List<Operation> NOTIFICATION =
      List.of(
          get("/v1/pets/notifications"),
          get("/v1/notifications"),
          get("/v1/notifications/read-position"),
          get("/v1/pets"),
          get("/v1/pets/{id}"),
          get("/v1/orders/{id}"),
          get("/v1/inventory"),
          get("/v1/inventory/{id}"),
          get("/v1/sales"),
          get("/v1/sales/{id}"),
          get("/v1/sales/{id}/purchases"),
          get("/{id}"),
          new Operation(
              "PUT",
              "/v1/sales/{id}",
              JsonShape.of(
                  "title",
                  "\"t\"",
                  "skus",
                  "[{\"sku\":\"s\",\"stock\":5,\"price\":1,\"perBuyer\":2}]",
                  "opensAt",
                  "\"2026-01-01T00:00:00Z\"",
                  "endsAt",
                  "\"2026-01-02T00:00:00Z\"")),
          new Operation(
              "POST", "/v1/sales/{id}/purchases", JsonShape.of("sku", "\"s\"", "quantity", "1")),
          new Operation("POST", "/v1/sales/{id}/close", NOTHING),
          new Operation(
              "POST",
              "/v1/notifications",
              JsonShape.of(
                  "id", "\"e-1\"", "type", "\"news\"", "audience", "\"u\"", "data", "{\"a\":1}")),
          new Operation(
              "PUT", "/v1/notifications/read-position", JsonShape.of("position", "\"0-x\"")),
          new Operation(
              "POST",
              "/v1/pets",
              JsonShape.of("name", "\"Rex\"", "species", "\"dog\"", "price", "5")),
          new Operation("PUT", "/v1/pets/{id}/status", JsonShape.of("status", "\"PENDING\"")),
          new Operation("PUT", "/v1/pets/{id}/price", PRICE),
          new Operation("POST", "/v1/pets/{id}/adoption", JsonShape.of("userId", "\"u\"")),
          new Operation(
              "POST",
              "/v1/pets/{id}/sale",
              JsonShape.of(
                  "userId", "\"u\"", "events", "[{\"id\":\"e-2\",\"type\":\"news\",\"data\":{}}]")),
          new Operation("POST", "/v1/orders", JsonShape.of("petId", "\"019b4132\"")),
          new Operation("PUT", "/v1/orders/{id}/status", JsonShape.of("status", "\"APPROVED\"")),
          new Operation("PUT", "/v1/inventory/{id}", JsonShape.of("stock", "7")),
          new Operation("POST", "/v1/session", NOTHING),
          new Operation("POST", "/v1/tickets", JsonShape.of("path", "\"/v1/pets/notifications\"")),
          devTokens());

  static final List<Operation> AUCTION =
      List.of(
          get("/v1/auctions"),
          get("/v1/auctions/{id}"),
          get("/v1/auctions/{id}/bids"),
          get("/v1/auctions/{id}/events"),
          get("/v1/auctions/{id}/presence"),
          get("/v1/watches"),
          get("/v1/watches/{id}"),
          new Operation("PUT", "/v1/watches/{id}", NOTHING),
          new Operation("DELETE", "/v1/watches/{id}", NOTHING),
          get("/v1/chats"),
          get("/v1/chats/{id}"),
          get("/v1/chats/{id}/presence"),
          get("/v1/chats/{id}/messages"),
          get("/v1/chats/{id}/events"),
          get("/v1/chats/{id}/read-position"),
          get("/v1/chats/{id}/attachments/{id}"),
          new Operation(
              "POST",
              "/v1/chats",
              JsonShape.of(
                  "subject", "\"s\"", "about", "{\"kind\":\"pet\",\"id\":\"p\"}", "text", "\"t\"")),
          new Operation("POST", "/v1/chats/{id}/messages", JsonShape.of("text", "\"t\"")),
          new Operation("PUT", "/v1/chats/{id}/agent", JsonShape.of("userId", "\"u\"")),
          new Operation("PUT", "/v1/chats/{id}/read-position", JsonShape.of("position", "\"0-x\"")),
          new Operation("PUT", "/v1/chats/{id}/members/{id}", NOTHING),
          new Operation("DELETE", "/v1/chats/{id}/members/{id}", NOTHING),
          new Operation("POST", "/v1/chats/{id}/attachments", NOTHING),
          new Operation("POST", "/v1/chats/{id}/close", NOTHING),
          new Operation("POST", "/v1/chats/{id}/reopen", NOTHING),
          get("/auctions/{id}"),
          get("/chat/{id}"),
          get("/v1/care/{id}"),
          get("/v1/care/{id}/operations"),
          get("/v1/care/{id}/events"),
          get("/v1/care/{id}/presence"),
          get("/care/{id}"),
          new Operation(
              "PUT", "/v1/care/{id}", JsonShape.of("title", "\"t\"", "members", "[\"u\"]")),
          new Operation(
              "POST",
              "/v1/care/{id}/operations",
              JsonShape.of("op", "\"add\"", "id", "\"t-1\"", "text", "\"Walk\"", "after", "null")),
          get("/{id}"),
          new Operation(
              "POST",
              "/v1/auctions",
              JsonShape.of(
                  "petId",
                  "\"p\"",
                  "title",
                  "\"t\"",
                  "startingPrice",
                  "1",
                  "endsAt",
                  "\"2026-01-01T00:00:00Z\"",
                  "reservePrice",
                  "5",
                  "increment",
                  "1",
                  "softClose",
                  "{\"windowSeconds\":1,\"extensionSeconds\":1}")),
          new Operation("POST", "/v1/auctions/{id}/bids", JsonShape.of("amount", "5")),
          new Operation("POST", "/v1/auctions/{id}/cancel", NOTHING),
          new Operation("POST", "/v1/auctions/{id}/close", NOTHING),
          new Operation("POST", "/v1/auctions/{id}/buy-now", NOTHING),
          new Operation("POST", "/v1/tickets", JsonShape.of("path", "\"/auctions/019b4132\"")),
          new Operation("POST", "/v1/session", NOTHING),
          devTokens());

  private static Operation get(String path) {
    return new Operation("GET", path, NOTHING);
  }

  private static Operation devTokens() {
    JsonShape body = JsonShape.of("user", "\"u\"", "roles", "[\"user\"]", "ttlSeconds", "60");
    return new Operation("POST", "/v1/dev/tokens", body);
  }
}
