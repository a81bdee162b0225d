package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Buyer;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.Sales;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More people want it than there is of it. */
@WithServers
class SaleIT {
  private static final int BUYERS = 50;
  private static final int STOCK = 100;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Sales sales;
  private final String sale = "sale-" + UUID.randomUUID();
  private final String sku = "sku-" + UUID.randomUUID();

  SaleIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.sales = new Sales(servers);
  }

  @Test
  void fiftyBuyersGetAHundredArticlesAndNotOneMore() {
    Position before = notifications.publish("before");
    try (SseClient listener = notifications.listen("a-listener")) {
      sales.open(sale, sku, STOCK).expect(201);
      List<Buyer> buyers =
          Crowd.of(
              IntStream.range(0, BUYERS)
                  .mapToObj(i -> new Buyer("buyer-" + i, List.of(sales), sale, sku))
                  .toList());

      assertThat(buyers.stream().mapToInt(buyer -> buyer.purchases().size()).sum())
          .isEqualTo(STOCK);
      assertThat(buyers.stream().mapToInt(Buyer::repeated).sum()).isPositive();
      assertThat(buyers.stream().flatMap(buyer -> buyer.remaining().stream()))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, STOCK).boxed().toList());
      assertThat(sales.remaining(sale)).isZero();
      assertThat(sales.stock(sku)).isZero();
      for (Buyer buyer : buyers) {
        assertThat(sales.purchases(buyer.name(), sale, before)).isEqualTo(buyer.purchases());
      }
      Sales.assertToldOfTheFall(listener, sku, STOCK);
      assertThat(listener.events("purchase")).as("others' purchases").isEmpty();
    }
  }

  @Test
  void whatWasBoughtIsStillBoughtAfterAKill() {
    Position before = notifications.publish("before");
    sales.open(sale, sku, STOCK).expect(201);
    String key = UUID.randomUUID().toString();
    String receipt = sales.buy("ann", sale, sku, 3, key).expect(201).body();
    servers.notification().kill();
    servers.notification().start();

    assertThat(sales.buy("ann", sale, sku, 3, key).expect(201).body()).isEqualTo(receipt);
    assertThat(sales.remaining(sale)).isEqualTo(STOCK - 3);
    assertThat(sales.purchases("ann", sale, before)).hasSize(1);
  }

  @Test
  void whatAKillLeftUntoldIsToldAfterIt() {
    sales.open(sale, sku, STOCK).expect(201);
    Position before = notifications.publish("before");
    sales.buy("ann", sale, sku).expect(201);
    sales.buy("ann", sale, sku).expect(201);
    servers.notification().kill();
    servers.notification().start();

    try (SseClient listener = notifications.listenAfter(before.toString(), "a-listener")) {
      Waiting.await("the last is told")
          .until(() -> Sales.stockTold(listener, sku).contains(STOCK - 2));
      assertThat(Sales.stockTold(listener, sku)).endsWith(STOCK - 2);
    }
  }
}
