package com.petstoreapi.sale.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.Wish;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What was bought, for its buyer and its seller. */
public final class PurchaseJson {
  private PurchaseJson() {}

  /**
   * The answer to whoever has bought.
   *
   * @param remaining how many are left after it
   */
  public static String receipt(Purchase purchase, long remaining, Position position) {
    return of(purchase)
        .add("remaining", remaining)
        .add("position", position.toString())
        .build()
        .toString();
  }

  /** What the buyer is told over his streams. */
  public static String event(Purchase purchase) {
    return of(purchase).add("at", Timestamps.format(purchase.at())).build().toString();
  }

  /** A line of the list. */
  public static JsonObject line(Purchase purchase) {
    return of(purchase)
        .add("userId", purchase.wish().buyer())
        .add("at", Timestamps.format(purchase.at()))
        .build();
  }

  private static JsonObjectBuilder of(Purchase purchase) {
    Wish wish = purchase.wish();
    return JSON.createObjectBuilder()
        .add("purchaseId", wish.purchaseId())
        .add("saleId", wish.saleId())
        .add("sku", wish.sku())
        .add("quantity", wish.quantity())
        .add("amount", purchase.amount().amount())
        .add("currency", purchase.amount().currency());
  }
}
