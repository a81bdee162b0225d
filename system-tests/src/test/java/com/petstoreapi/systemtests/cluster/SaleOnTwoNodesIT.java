package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Buyer;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.Sales;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both nodes sell the same things at once. */
@WithCluster
class SaleOnTwoNodesIT {
  private static final int BUYERS = 30;
  private static final int STOCK = 400;
  private static final Duration APART = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Notifications here;
  private final Notifications there;
  private final List<Sales> both;
  private final String sale = "sale-" + UUID.randomUUID();
  private final String sku = "sku-" + UUID.randomUUID();

  SaleOnTwoNodesIT(BrokeredCluster cluster) {
    this.cluster = cluster.nodes();
    this.here = new Notifications(this.cluster.first());
    this.there = new Notifications(this.cluster.second());
    this.both = List.of(new Sales(this.cluster.first()), new Sales(this.cluster.second()));
  }

  @Test
  void whatBothSellTogetherIsWhatThereWas() {
    Position before = here.publish("before");
    try (SseClient first = here.listen("a-listener");
        SseClient second = there.listen("a-listener")) {
      both.get(0).open(sale, sku, STOCK).expect(201);
      List<Buyer> buyers =
          Crowd.of(
              IntStream.range(0, BUYERS)
                  .mapToObj(i -> new Buyer("buyer-" + i, both, sale, sku))
                  .toList());

      assertThat(buyers.stream().mapToInt(buyer -> buyer.purchases().size()).sum())
          .isEqualTo(STOCK);
      assertThat(buyers.stream().flatMap(buyer -> buyer.remaining().stream()))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, STOCK).boxed().toList());
      assertThat(both.get(0).remaining(sale)).isZero();
      assertThat(both.get(1).stock(sku)).isZero();
      for (Buyer buyer : buyers) {
        assertThat(both.get(1).purchases(buyer.name(), sale, before)).isEqualTo(buyer.purchases());
      }
      assertBothSold();
      assertToldOfTheFall(first);
      assertToldOfTheFall(second);
      assertThat(Sales.stockTold(first, sku)).isEqualTo(Sales.stockTold(second, sku));
    }
  }

  @Test
  void aSaleGoesOnAtTheOtherNodeWhenOneIsKilled() {
    Sales other = both.get(1);
    try (SseClient listener = there.listen("a-listener")) {
      both.get(0).open(sale, sku, 10).expect(201);
      both.get(0).buy("ann", sale, sku).expect(201);
      both.get(0).buy("ann", sale, sku).expect(201);
      cluster.first().notification().kill();
      Waiting.await("it is told by the other")
          .until(() -> Sales.stockTold(listener, sku).contains(8));
      assertThat(other.buy("bob", sale, sku).expect(201).json().getInt("remaining")).isEqualTo(7);
      other.close(sale).expect(200);
      listener.await("sale", told -> told.json().getString("status").equals("ENDED"));
    }
  }

  private void assertBothSold() {
    assertThat(cluster.first().notification().metric("petstore_purchases_made")).isPositive();
    assertThat(cluster.second().notification().metric("petstore_purchases_made")).isPositive();
  }

  private void assertToldOfTheFall(SseClient listener) {
    Waiting.await("the last is told").until(() -> Sales.stockTold(listener, sku).contains(0));
    assertThat(Sales.stockTold(listener, sku))
        .startsWith(STOCK)
        .endsWith(0)
        .allMatch(stock -> stock >= 0)
        .isSortedAccordingTo(Comparator.reverseOrder());
    List<Instant> times =
        listener.events("inventory").stream()
            .map(SseEvent::json)
            .filter(told -> told.getString("sku").equals(sku))
            .map(told -> Instant.parse(told.getString("at")))
            .toList();
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(APART);
    }
  }
}
