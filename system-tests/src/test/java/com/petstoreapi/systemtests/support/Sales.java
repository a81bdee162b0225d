package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the tests do in sales, in the words of the business. */
public final class Sales {
  private static final Duration APART = Duration.ofMillis(200);

  private final Notifications store;

  public Sales(Entrance entrance) {
    this.store = new Notifications(entrance);
  }

  /** A sale of one article under both ids, which lasts longer than any test, for 2.50 each. */
  public Answer open(String sale, String sku, int stock) {
    JsonObject terms =
        JsonText.of(
            "title",
            "Sale of " + sku,
            "endsAt",
            Auctions.in(Duration.ofHours(1)),
            "skus",
            List.of(Map.of("sku", sku, "stock", stock, "price", 2.5)));
    return store.as("a-seller", "seller").put(path(sale), terms);
  }

  public Answer close(String sale) {
    return store.as("a-seller", "seller").send("POST", path(sale) + "/close", "");
  }

  public Answer buy(String buyer, String sale, String sku, int quantity, String key) {
    return store
        .as(buyer)
        .post(
            path(sale) + "/purchases",
            JsonText.of("sku", sku, "quantity", quantity),
            "Idempotency-Key",
            key);
  }

  public Answer buy(String buyer, String sale, String sku) {
    return buy(buyer, sale, sku, 1, UUID.randomUUID().toString());
  }

  /** How many of its first article are left. */
  public int remaining(String sale) {
    return store
        .as("a-reader")
        .get(path(sale))
        .expect(200)
        .json()
        .getJsonArray("skus")
        .getJsonObject(0)
        .getInt("remaining");
  }

  /** How much of an article there is. */
  public int stock(String sku) {
    return store.as("a-reader").get("/v1/inventory/" + sku).expect(200).json().getInt("stock");
  }

  /** What the journal holds for a buyer of one sale, each purchase once, by its id. */
  public Set<String> purchases(String buyer, String sale, Position after) {
    Set<String> ids = new HashSet<>();
    for (JsonObject item : store.history(buyer, after, "purchase")) {
      JsonObject purchase = item.getJsonObject("data");
      if (purchase.getString("saleId").equals(sale)) {
        assertThat(ids.add(purchase.getString("purchaseId"))).as("%s, once", purchase).isTrue();
      }
    }
    return ids;
  }

  /** The numbers of an article that a listener was told. */
  public static List<Integer> stockTold(SseClient listener, String sku) {
    return ofArticle(listener, sku).map(told -> told.getInt("stock")).toList();
  }

  /**
   * Waits until somebody was told that nothing is left, and looks at what he was told till then.
   */
  public static void assertToldOfTheFall(SseClient listener, String sku, int from) {
    Waiting.await("the last is told").until(() -> stockTold(listener, sku).contains(0));
    assertThat(stockTold(listener, sku))
        .startsWith(from)
        .endsWith(0)
        .allMatch(stock -> stock >= 0)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
    List<Instant> times = timesTold(listener, sku);
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .as("five times a second at most: %s", times)
          .isGreaterThanOrEqualTo(APART);
    }
  }

  private static List<Instant> timesTold(SseClient listener, String sku) {
    return ofArticle(listener, sku).map(told -> Instant.parse(told.getString("at"))).toList();
  }

  private static Stream<JsonObject> ofArticle(SseClient listener, String sku) {
    return listener.events("inventory").stream()
        .map(SseEvent::json)
        .filter(told -> told.getString("sku").equals(sku));
  }

  private static String path(String sale) {
    return "/v1/sales/" + sale;
  }
}
