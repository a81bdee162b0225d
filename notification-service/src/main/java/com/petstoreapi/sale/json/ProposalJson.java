package com.petstoreapi.sale.json;

import com.petstoreapi.catalog.Stock;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.SaleTerms;
import java.util.List;

/** What a seller sends to have a sale. */
public final class ProposalJson {
  private ProposalJson() {}

  /**
   * {@code {"title","skus":[{"sku","stock","price","currency"?,"perBuyer"?}],"opensAt"?,"endsAt"}}.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static Proposal read(JsonFields fields) {
    List<Article> articles =
        fields
            .optionalObjects("skus", SaleTerms.MOST_ARTICLES)
            .orElseThrow(() -> Refusal.invalid("Field skus is missing."))
            .stream()
            .map(ProposalJson::article)
            .toList();
    return new Proposal(
        fields.text("title", SaleTerms.MAX_TITLE),
        articles,
        fields.optionalTime("opensAt"),
        fields
            .optionalTime("endsAt")
            .orElseThrow(() -> Refusal.invalid("Field endsAt is missing.")));
  }

  private static Article article(JsonFields fields) {
    return new Article(
        fields.id("sku"),
        fields.integer("stock", 0, Stock.MOST),
        fields.money("price", fields.currency()),
        fields.optionalInteger("perBuyer", 1, Article.MOST_AT_ONCE).map(Long::intValue));
  }
}
