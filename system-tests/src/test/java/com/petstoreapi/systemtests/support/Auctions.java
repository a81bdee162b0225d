package com.petstoreapi.systemtests.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the tests do at the auction service, in the words of the business. */
public final class Auctions {
  private static final int PAGE = 500;

  private final Entrance entrance;

  public Auctions(Entrance entrance) {
    this.entrance = entrance;
  }

  public HttpApi as(String user, String... roles) {
    return new HttpApi(entrance.auction("/"), entrance.tokens().of(user, roles));
  }

  public HttpApi anonymous() {
    return new HttpApi(entrance.auction("/"), null);
  }

  /**
   * A new auction that starts at 1 and rises by 1, and its id; bids near its end move it little.
   */
  public String open(String petId, Duration lasting) {
    return openWith(
        "petId",
        petId,
        "title",
        "Auction of " + petId,
        "increment",
        1,
        "softClose",
        JsonText.of("windowSeconds", 1, "extensionSeconds", 1),
        "endsAt",
        in(lasting));
  }

  /**
   * A new auction that starts at 1 and outlasts any test, unless something else is said, and its
   * id.
   *
   * @param namesAndValues fields in turn
   */
  public String openWith(Object... namesAndValues) {
    JsonObject usual =
        JsonText.of(
            "petId",
            "pet-" + UUID.randomUUID().toString().substring(0, 8),
            "title",
            "An auction",
            "startingPrice",
            1,
            "endsAt",
            in(Duration.ofHours(1)));
    JsonObject proposal =
        Json.createObjectBuilder(usual)
            .addAll(Json.createObjectBuilder(JsonText.of(namesAndValues)))
            .build();
    return as("a-seller", "seller").post("/v1/auctions", proposal).expect(201).text("id");
  }

  /** The moment that much later than now, as it is written. */
  public static String in(Duration duration) {
    return Instant.now().plus(duration).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** An auction which outlasts any test, of a pet that nobody looks at. */
  public String open() {
    return openWith("increment", 1);
  }

  /** An auction which ends at that moment, however late the last bids are. */
  public String openUntil(Instant end) {
    return openWith("increment", 1, "endsAt", end.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** What the auction's stream holds for all, from the first event to the present head. */
  public List<SseEvent> journal(String auction) {
    Position head = Position.of(state(auction));
    String token = entrance.tokens().of("a-reader");
    try (SseClient all = SseClient.openAfter("earliest", events(auction), token)) {
      Waiting.await("the journal of " + auction)
          .until(() -> all.events().stream().anyMatch(e -> e.position().compareTo(head) >= 0));
      return all.events();
    }
  }

  public Answer bid(String user, String auction, long amount) {
    return bid(user, auction, amount, UUID.randomUUID().toString());
  }

  public Answer bid(String user, String auction, long amount, String key) {
    return as(user)
        .post(
            "/v1/auctions/" + auction + "/bids",
            JsonText.of("amount", amount),
            "Idempotency-Key",
            key);
  }

  /** The auction as everybody may see it. */
  public JsonObject state(String auction) {
    return as("a-reader").get("/v1/auctions/" + auction).expect(200).json();
  }

  /** An admin brings the hammer down. */
  public void close(String auction) {
    as("an-admin", "admin").send("POST", "/v1/auctions/" + auction + "/close", "").expect(200);
  }

  /** The same under a key. */
  public Answer close(String auction, String key) {
    return as("an-admin", "admin")
        .send("POST", "/v1/auctions/" + auction + "/close", "", "Idempotency-Key", key);
  }

  public URI socket(String auction) {
    return entrance.auctionSocket("/auctions/" + auction);
  }

  public URI socket(String auction, String query) {
    return entrance.auctionSocket("/auctions/" + auction + query);
  }

  public URI events(String auction) {
    return entrance.auction("/v1/auctions/" + auction + "/events");
  }

  /** A socket in that auction which has got its snapshot. */
  public SocketClient join(String user, String auction) {
    SocketClient client = SocketClient.open(socket(auction), entrance.tokens().of(user));
    client.await("snapshot");
    return client;
  }

  public static JsonObject bidMessage(long amount, String key) {
    return JsonText.of("type", "bid", "amount", amount, "key", key);
  }

  /** The whole bid log, page by page. */
  public List<LoggedBid> bidLog(String auction) {
    List<LoggedBid> log = new ArrayList<>();
    List<LoggedBid> page = page(auction, "?limit=" + PAGE);
    while (!page.isEmpty()) {
      log.addAll(page);
      Position last = page.get(page.size() - 1).position();
      page = page(auction, "?limit=" + PAGE + "&after=" + last);
    }
    return log;
  }

  public LoggedBid firstBid(String auction) {
    return page(auction, "?limit=1").get(0);
  }

  private List<LoggedBid> page(String auction, String query) {
    Answer answer = as("a-reader").get("/v1/auctions/" + auction + "/bids" + query).expect(200);
    return answer.json().getJsonArray("items").stream()
        .map(item -> LoggedBid.of(item.asJsonObject()))
        .toList();
  }
}
