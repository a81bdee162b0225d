package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Sales, and what is bought in them. */
final class SaleScenarios extends Scenarios {
  private static final String SKU = "sku";

  SaleScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    sales();
    purchases();
  }

  private void sales() {
    drive(
        "putSale",
        () -> {
          String sale = some("sale");
          Call put = call("putSale", sale).by("sally", "seller");
          put.body(terms(sale, 1)).expect(201);
          put.body(terms(sale, 2)).expect(200);
          put.body(JsonText.of("title", "of nothing")).expect(400);
          call("putSale", sale).by("another", "seller").body(terms(sale, 1)).expect(403);
          call("closeSale", sale).by("sally", "seller").expect(200);
          put.body(terms(sale, 1)).expect(409);
        });
    drive("getSale", () -> call("getSale", newSale()).by("ann").expect(200));
    drive(
        "listSales",
        () -> {
          newSale();
          call("listSales").by("ann").query("status=OPEN&limit=1").expect(200);
        });
    drive("closeSale", () -> call("closeSale", newSale()).by("an-admin", "admin").expect(200));
  }

  private void purchases() {
    drive(
        "buyInSale",
        () -> {
          String sale = newSale();
          Call purchase = call("buyInSale", sale).by("ann");
          purchase.body(JsonText.of(SKU, sale, "quantity", 2)).expect(201);
          purchase.body(JsonText.of(SKU, sale, "quantity", 2)).expect(409); // limit-reached
          call("buyInSale", sale).by("bob").body(JsonText.of(SKU, sale)).expect(201);
          call("buyInSale", sale).by("cid").body(JsonText.of(SKU, sale)).expect(409); // sold-out
        });
    drive(
        "listPurchases",
        () -> {
          String sale = newSale();
          call("buyInSale", sale).by("ann").body(JsonText.of(SKU, sale)).expect(201);
          call("listPurchases", sale).by("ann").query("limit=1").expect(200);
        });
  }

  private String newSale() {
    String sale = some("sale");
    call("putSale", sale).by("sally", "seller").body(terms(sale, 1)).expect(201);
    return sale;
  }

  /** Three of an article under the sale's id, two for each buyer. */
  private static JsonObject terms(String sale, int hours) {
    var article = JsonText.of(SKU, sale, "stock", 3, "price", 2.5, "perBuyer", 2);
    String endsAt = Auctions.in(Duration.ofHours(hours));
    return JsonText.of("title", "Winter", "endsAt", endsAt, "skus", List.of(article));
  }
}
