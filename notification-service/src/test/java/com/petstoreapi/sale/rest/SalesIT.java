package com.petstoreapi.sale.rest;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.notification.support.EventStream;
import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sales over HTTP: who may do what, and what comes back. */
@ExtendWith(ArquillianExtension.class)
class SalesIT {
  private static final List<String> NO_TERMS =
      List.of(
          "{}",
          "{\"title\":\"t\",\"endsAt\":\"TOMORROW\"}",
          "{\"title\":\"t\",\"skus\":[],\"endsAt\":\"TOMORROW\"}",
          "{\"title\":\"t\",\"skus\":[{\"sku\":\"s\",\"stock\":1,\"price\":1}]}",
          "{\"title\":\"t\",\"skus\":[{\"sku\":\"s\",\"stock\":1,\"price\":1}],"
              + "\"endsAt\":\"2020-01-01T00:00:00Z\"}",
          "{\"title\":\"t\",\"skus\":[{\"sku\":\"s\",\"stock\":-1,\"price\":1}],"
              + "\"endsAt\":\"TOMORROW\"}",
          "{\"title\":\"t\",\"skus\":[{\"sku\":\"s\",\"stock\":1,\"price\":1,\"perBuyer\":0}],"
              + "\"endsAt\":\"TOMORROW\"}",
          "{\"title\":\"t\",\"skus\":[{\"sku\":\"s\",\"stock\":1,\"price\":1e10}],"
              + "\"endsAt\":\"TOMORROW\"}",
          "[]");

  private static final List<String> NO_WISHES =
      List.of(
          "{}",
          "{\"sku\":7}",
          "{\"sku\":\"a b\"}",
          "{\"sku\":\"s\",\"quantity\":0}",
          "{\"sku\":\"s\",\"quantity\":1001}",
          "{\"sku\":\"s\",\"quantity\":1.5}",
          "[]");

  private final String sku = "sku-" + UUID.randomUUID();
  private final String path = "/v1/sales/sale-" + UUID.randomUUID();
  private ServiceClient seller;
  private ServiceClient ann;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void peopleCome() {
    seller = ServiceClient.of("sam", "seller");
    ann = ServiceClient.of("ann", "user");
  }

  private String terms(int stock) {
    return ("{\"title\":\"Leashes\",\"endsAt\":\"%s\",\"skus\":["
            + "{\"sku\":\"%s\",\"stock\":%d,\"price\":3.5,\"perBuyer\":3}]}")
        .formatted(Instant.now().plus(Duration.ofDays(1)), sku, stock);
  }

  private HttpResponse<String> buy(ServiceClient buyer, int quantity, String... headers) {
    String wish = "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
    return buyer.post(path + "/purchases", wish, headers);
  }

  private void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }

  @Test
  void aSaleIsMadeReadAndListed() {
    HttpResponse<String> made = seller.put(path, terms(10));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location"))
        .hasValueSatisfying(at -> assertThat(at).endsWith(path));
    JsonObject state = json(ann.get(path));
    assertThat(state).isEqualTo(json(made));
    assertThat(state.getString("status")).isEqualTo("OPEN");
    JsonObject article = state.getJsonArray("skus").getJsonObject(0);
    assertThat(article.getInt("remaining")).isEqualTo(10);
    assertThat(article.getJsonNumber("price").doubleValue()).isEqualTo(3.5);
    assertThat(article.getInt("perBuyer")).isEqualTo(3);
    assertThat(ann.get("/v1/sales?status=OPEN&limit=200").body()).contains(state.getString("id"));
    assertThat(ann.get("/v1/sales?status=ENDED&limit=200").body())
        .doesNotContain(state.getString("id"));
    assertThat(json(ann.get("/v1/inventory/" + sku)).getInt("stock")).isEqualTo(10);
  }

  @Test
  void aRunningSaleIsGivenAnotherEndAndNothingElse() {
    seller.put(path, terms(10));
    assertThat(seller.put(path, terms(10)).statusCode()).isEqualTo(200);
    assertRefused(seller.put(path, terms(11)), 409, "invalid-transition");
    assertRefused(ServiceClient.of("sally", "seller").put(path, terms(10)), 403, "forbidden");
    assertThat(ServiceClient.of("an-admin", "admin").put(path, terms(10)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPurchaseIsAnsweredToldAndListed() {
    seller.put(path, terms(10));
    try (EventStream live = ann.stream("?types=purchase,inventory")) {
      live.awaitEvent("hello");
      HttpResponse<String> bought = buy(ann, 2);
      assertThat(bought.statusCode()).as(bought.body()).isEqualTo(201);
      JsonObject receipt = json(bought);
      assertThat(receipt.getInt("remaining")).isEqualTo(8);
      assertThat(receipt.getJsonNumber("amount").doubleValue()).isEqualTo(7);
      EventStream.Received told = live.awaitEvent("purchase");
      assertThat(told.data()).contains(receipt.getString("purchaseId"));
      assertThat(told.id()).isEqualTo(receipt.getString("position"));
      await("the stock is told")
          .until(
              () ->
                  live.awaitEvents("inventory", 1).stream()
                      .anyMatch(event -> event.data().contains(sku)));
      assertThat(ann.get(path + "/purchases").body()).contains(receipt.getString("purchaseId"));
      assertThat(seller.get(path + "/purchases").body()).contains("\"userId\":\"ann\"");
      HttpResponse<String> bobs = ServiceClient.of("bob", "user").get(path + "/purchases");
      assertThat(json(bobs).getJsonArray("items")).isEmpty();
    }
  }

  @Test
  void oneKeyBuysOnce() {
    seller.put(path, terms(10));
    String first = buy(ann, 1, "Idempotency-Key", "k-1").body();
    HttpResponse<String> again = buy(ann, 1, "Idempotency-Key", "k-1");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first);
    assertRefused(buy(ann, 2, "Idempotency-Key", "k-1"), 409, "idempotency-conflict");
    assertThat(json(ann.get("/v1/inventory/" + sku)).getInt("stock")).isEqualTo(9);
  }

  @Test
  void whatIsNotThereIsNotSold() {
    seller.put(path, terms(4));
    ServiceClient bob = ServiceClient.of("bob", "user");
    assertRefused(buy(ann, 4), 409, "limit-reached");
    buy(ann, 3);
    HttpResponse<String> tooMany = buy(bob, 2);
    assertRefused(tooMany, 409, "sold-out");
    assertThat(json(tooMany).getInt("remaining")).isEqualTo(1);
    assertThat(buy(bob, 1).statusCode()).isEqualTo(201);
    assertRefused(buy(bob, 1), 409, "sold-out");
  }

  @Test
  void aClosedSaleHasEnded() {
    seller.put(path, terms(4));
    assertRefused(ServiceClient.of("sally", "seller").post(path + "/close", ""), 403, "forbidden");
    HttpResponse<String> closed = seller.post(path + "/close", "");
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
    assertThat(json(closed).getString("status")).isEqualTo("ENDED");
    assertRefused(buy(ann, 1), 409, "ended");
    assertRefused(seller.put(path, terms(4)), 409, "invalid-transition");
  }

  @Test
  void aSaleForLaterIsNotOpen() {
    String later =
        terms(4)
            .replace(
                "{\"title\"",
                "{\"opensAt\":\"" + Instant.now().plusSeconds(3_600) + "\",\"title\"");
    JsonObject state = json(seller.put(path, later));
    assertThat(state.getString("status")).isEqualTo("SCHEDULED");
    assertRefused(buy(ann, 1), 409, "not-open");
  }

  @Test
  void aSaleThatOpensByItselfIsOpenSoon() {
    String soon =
        terms(4)
            .replace(
                "{\"title\"", "{\"opensAt\":\"" + Instant.now().plusSeconds(1) + "\",\"title\"");
    try (EventStream live = ann.stream("?types=sale")) {
      live.awaitEvent("hello");
      seller.put(path, soon);
      assertThat(live.awaitEvents("sale", 2).get(1).data()).contains("\"status\":\"OPEN\"");
    }
    assertThat(buy(ann, 1).statusCode()).isEqualTo(201);
  }

  @Test
  void whoMayNotIsToldSo() {
    assertThat(ann.put(path, terms(1)).statusCode()).isEqualTo(403);
    seller.put(path, terms(1));
    assertThat(buy(seller, 1).statusCode()).isEqualTo(403);
    assertThat(ann.post(path + "/close", "").statusCode()).isEqualTo(403);
    assertThat(ServiceClient.nobody().get(path).statusCode()).isEqualTo(401);
    assertThat(buy(ServiceClient.nobody(), 1).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNoneIsRefusedAndChangesNothing() {
    String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
    for (String body : NO_TERMS) {
      String terms = body.replace("TOMORROW", tomorrow);
      assertRefused(seller.put(path, terms), 400, "invalid-message");
    }
    assertRefused(seller.put("/v1/sales/a%20b", terms(1)), 400, "invalid-message");
    assertRefused(ann.get(path), 404, "not-found");
    seller.put(path, terms(1));
    for (String body : NO_WISHES) {
      assertRefused(ann.post(path + "/purchases", body), 400, "invalid-message");
    }
    assertRefused(ann.post(path + "/purchases", "{\"sku\":\"other\"}"), 404, "not-found");
    assertRefused(ann.post("/v1/sales/no-such/purchases", "{\"sku\":\"s\"}"), 404, "not-found");
    assertRefused(ann.get("/v1/sales/no-such/purchases"), 404, "not-found");
    assertRefused(ann.post("/v1/sales/a%20b/purchases", "{\"sku\":\"s\"}"), 404, "not-found");
    assertRefused(seller.post("/v1/sales/a%20b/close", ""), 404, "not-found");
    assertRefused(ann.get("/v1/sales?status=SOLD"), 400, "invalid-message");
    assertThat(json(ann.get("/v1/inventory/" + sku)).getInt("stock")).isEqualTo(1);
  }
}
