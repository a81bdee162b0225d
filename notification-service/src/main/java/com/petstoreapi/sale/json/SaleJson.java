package com.petstoreapi.sale.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Map;

/** A sale as everybody may see it. */
public final class SaleJson {
  private SaleJson() {}

  public static JsonObject state(SaleState state) {
    Sale sale = state.sale();
    JsonArrayBuilder articles = JSON.createArrayBuilder();
    sale.terms().articles().forEach(each -> articles.add(article(each, state.remaining())));
    return JSON.createObjectBuilder()
        .add("id", sale.id())
        .add("sellerId", sale.sellerId())
        .add("title", sale.terms().title())
        .add("status", sale.status().name())
        .add("opensAt", Timestamps.format(sale.terms().opensAt()))
        .add("endsAt", Timestamps.format(sale.terms().endsAt()))
        .add("skus", articles)
        .add("position", state.position().toString())
        .build();
  }

  /** What is told of a sale that is new, has opened, has another end, or has ended. */
  public static String event(Sale sale, Instant at) {
    return JSON.createObjectBuilder()
        .add("saleId", sale.id())
        .add("title", sale.terms().title())
        .add("status", sale.status().name())
        .add("opensAt", Timestamps.format(sale.terms().opensAt()))
        .add("endsAt", Timestamps.format(sale.terms().endsAt()))
        .add("at", Timestamps.format(at))
        .build()
        .toString();
  }

  private static JsonObject article(Article article, Map<String, Long> remaining) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("sku", article.sku())
            .add("stock", article.stock())
            .add("remaining", remaining.get(article.sku()))
            .add("price", article.price().amount())
            .add("currency", article.price().currency());
    article.perBuyer().ifPresent(most -> json.add("perBuyer", most));
    return json.build();
  }
}
