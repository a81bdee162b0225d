package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Buyer;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.Sales;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both nodes sell the same things at once. */
@WithCluster
class SaleOnTwoNodesIT {
  private static final int BUYERS = 30;
  private static final int STOCK = 400;

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
      Sales.assertToldOfTheFall(first, sku, STOCK);
      Sales.assertToldOfTheFall(second, sku, STOCK);
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
      listener.await(
          "sale",
          told ->
              told.json().getString("saleId").equals(sale)
                  && told.json().getString("status").equals("ENDED"));
    }
  }

  private void assertBothSold() {
    for (PetstoreServers node : List.of(cluster.first(), cluster.second())) {
      Waiting.await("it has sold something")
          .until(() -> node.notification().metric("petstore_purchases_made_total") > 0);
    }
  }
}
