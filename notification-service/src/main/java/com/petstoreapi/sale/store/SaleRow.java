package com.petstoreapi.sale.store;

import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleState;
import com.petstoreapi.sale.SaleStatus;
import com.petstoreapi.sale.SaleTerms;
import com.petstoreapi.sale.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article of a sale with the sale itself, as both are read. */
record SaleRow(Sale withoutArticles, Article article) {
  static final String COLUMNS =
      "s.id, s.seller_id, s.title, s.status, s.opens_at, s.ends_at,"
          + " a.sku, a.stock, a.price, a.currency, a.per_buyer";

  static SaleRow read(ResultSet row) throws SQLException {
    SaleTerms terms =
        new SaleTerms(
            row.getString("title"), List.of(), time(row, "opens_at"), time(row, "ends_at"));
    return new SaleRow(
        new Sale(
            row.getString("id"),
            row.getString("seller_id"),
            terms,
            SaleStatus.valueOf(row.getString("status"))),
        new Article(
            row.getString("sku"),
            row.getLong("stock"),
            new Money(row.getLong("price"), row.getString("currency")),
            Optional.ofNullable(row.getObject("per_buyer", Integer.class))));
  }

  /** Sales of their rows, in the rows' order. */
  static List<Sale> sales(List<SaleRow> rows) {
    Map<String, List<SaleRow>> byId = new LinkedHashMap<>();
    rows.forEach(
        row -> byId.computeIfAbsent(row.withoutArticles().id(), id -> new ArrayList<>()).add(row));
    return byId.values().stream().map(SaleRow::sale).toList();
  }

  /** The same with how much there is left. */
  record Counted(SaleRow row, long remaining, Position position) {
    static Counted read(ResultSet row) throws SQLException {
      SaleRow sale = SaleRow.read(row);
      boolean opened = sale.withoutArticles().status() != SaleStatus.SCHEDULED;
      return new Counted(
          sale,
          opened ? row.getLong("remaining") : sale.article().stock(),
          new Position(row.getLong("head"), row.getString("epoch")));
    }

    static List<SaleState> states(List<Counted> rows) {
      Map<String, Map<String, Long>> remaining = new HashMap<>();
      rows.forEach(
          each ->
              remaining
                  .computeIfAbsent(each.row.withoutArticles().id(), id -> new HashMap<>())
                  .put(each.row.article().sku(), each.remaining));
      return sales(rows.stream().map(Counted::row).toList()).stream()
          .map(sale -> new SaleState(sale, remaining.get(sale.id()), rows.get(0).position))
          .toList();
    }
  }

  static Purchase purchase(ResultSet row) throws SQLException {
    return new Purchase(
        new Wish(
            row.getString("id"),
            row.getString("sale_id"),
            row.getString("sku"),
            row.getInt("quantity"),
            row.getString("user_id")),
        new Money(row.getLong("amount"), row.getString("currency")),
        time(row, "at"));
  }

  private static Sale sale(List<SaleRow> rows) {
    Sale sale = rows.get(0).withoutArticles();
    SaleTerms terms = sale.terms();
    List<Article> articles = rows.stream().map(SaleRow::article).toList();
    return new Sale(
        sale.id(),
        sale.sellerId(),
        new SaleTerms(terms.title(), articles, terms.opensAt(), terms.endsAt()),
        sale.status());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
