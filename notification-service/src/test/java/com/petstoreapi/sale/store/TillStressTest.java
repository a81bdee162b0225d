package com.petstoreapi.sale.store;

import static com.petstoreapi.sale.support.SalesFloor.SAM;
import static com.petstoreapi.sale.support.SalesFloor.SKU;
import static com.petstoreapi.sale.support.SalesFloor.limited;
import static com.petstoreapi.sale.support.SalesFloor.proposal;
import static com.petstoreapi.sale.support.SalesFloor.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.Database;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many buyers at the tills of two nodes: what is sold is what there was, to the last. */
class TillStressTest {
  private static final int BUYERS = 24;
  private static final int WISHES = 40;
  private static final int STOCK = 500;
  private static final int PER_BUYER = 40;

  private final Database database = Database.create(Instant::now);
  private final List<Till> tills = List.of(till(database.streams()), till(database.node()));

  private Till till(LiveStreams streams) {
    Shelves shelves =
        new Shelves(streams, database.dataSource(), (task, later) -> {}, Duration.ofMillis(200));
    return new Till(streams, shelves, Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsSoldTwiceAndNothingThatIsNotThere(long seed) throws Exception {
    tills
        .get(0)
        .put(
            Optional.empty(),
            "sale-1",
            SAM,
            proposal(Instant.now(), limited(SKU, STOCK, PER_BUYER)));

    Map<String, JsonObject> receipts = new HashMap<>();
    int answers = 0;
    for (List<JsonObject> of : everybodyBuys(seed)) {
      answers += of.size();
      of.forEach(receipt -> receipts.put(receipt.getString("purchaseId"), receipt));
    }

    assertThat(answers).as("repetitions were answered, too").isGreaterThan(receipts.size());
    int sold = receipts.values().stream().mapToInt(receipt -> receipt.getInt("quantity")).sum();
    long left = remaining();
    assertThat(left).isNotNegative();
    assertThat(sold + left).isEqualTo(STOCK);
    assertThat(receipts.values())
        .extracting(receipt -> receipt.getInt("remaining"))
        .doesNotHaveDuplicates()
        .allMatch(remaining -> remaining >= 0);
    assertThat(purchasesTold()).containsExactlyInAnyOrderElementsOf(receipts.keySet());
    assertThat(tills.get(0).made() + tills.get(1).made()).isEqualTo(receipts.size());
    assertThat(stockTold())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a))
        .allMatch(stock -> stock >= 0);
  }

  private List<List<JsonObject>> everybodyBuys(long seed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
    try {
      List<Callable<List<JsonObject>>> buyers = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        Random random = new Random(seed * 1_000 + i);
        String buyer = "buyer-" + i;
        buyers.add(() -> buysAll(buyer, random));
      }
      List<List<JsonObject>> all = new ArrayList<>();
      for (Future<List<JsonObject>> one : threads.invokeAll(buyers, 60, TimeUnit.SECONDS)) {
        all.add(one.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each wish under a key of its own, now and then said twice, to whichever node. */
  private List<JsonObject> buysAll(String buyer, Random random) {
    List<JsonObject> receipts = new ArrayList<>();
    long bought = 0;
    for (int i = 0; i < WISHES; i++) {
      Optional<IdempotencyKey> key = IdempotencyKey.of(buyer, "k-" + i, "buy");
      int quantity = 1 + random.nextInt(3);
      Optional<JsonObject> receipt = buy(random, key, buyer, quantity);
      receipt.ifPresent(receipts::add);
      bought += receipt.isPresent() ? quantity : 0;
      if (random.nextInt(4) == 0) {
        Optional<JsonObject> again = buy(random, key, buyer, quantity);
        assertThat(again).isEqualTo(receipt);
        again.ifPresent(receipts::add);
      }
    }
    assertThat(bought).isLessThanOrEqualTo(PER_BUYER);
    return receipts;
  }

  private Optional<JsonObject> buy(
      Random random, Optional<IdempotencyKey> key, String buyer, int quantity) {
    try {
      Till till = tills.get(random.nextInt(2));
      String receipt = till.buy(key, wish(buyer, SKU, quantity));
      return Optional.of(JsonText.parse(receipt).asJsonObject());
    } catch (Refusal e) {
      assertThat(e.code()).isIn(ErrorCode.SOLD_OUT, ErrorCode.LIMIT_REACHED);
      return Optional.empty();
    }
  }

  private long remaining() {
    return new JdbcSales(database.dataSource()).find("sale-1").orElseThrow().remaining().get(SKU);
  }

  private List<String> purchasesTold() {
    return told("purchase").map(data -> data.getString("purchaseId")).toList();
  }

  private List<Long> stockTold() {
    return told("inventory").map(data -> data.getJsonNumber("stock").longValue()).toList();
  }

  private Stream<JsonObject> told(String type) {
    return new JdbcJournal(database.dataSource(), database.transactions(), Clock.systemUTC())
        .read(NotificationStream.NAME, 0, 10_000).stream()
            .filter(event -> event.type().equals(type))
            .map(Event::data)
            .map(data -> JsonText.parse(data).asJsonObject());
  }
}
