package com.petstoreapi.sale.store;

import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleTerms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tables {@code sale} and {@code sale_article}, changed in the transaction of their events. */
final class SaleTable {
  private static final String FIND =
      "SELECT "
          + SaleRow.COLUMNS
          + " FROM sale s JOIN sale_article a ON a.sale_id = s.id WHERE s.id = ? ORDER BY a.place";

  private static final String INSERT =
      "INSERT INTO sale (title, status, opens_at, ends_at, due_at, seller_id, id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE sale SET title = ?, status = ?, opens_at = ?, ends_at = ?, due_at = ?,"
          + " seller_id = ? WHERE id = ?";

  private static final String CLEAR = "DELETE FROM sale_article WHERE sale_id = ?";

  private static final String INSERT_ARTICLE =
      "INSERT INTO sale_article (sale_id, place, sku, stock, price, currency, per_buyer)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  /** Articles that are in another sale at the same time. */
  private static final String ELSEWHERE =
      "SELECT a.sku FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (sku)"
          + " JOIN sale_article a ON a.sku = asked.sku JOIN sale s ON s.id = a.sale_id"
          + " WHERE s.id <> ? AND s.due_at IS NOT NULL AND s.opens_at < ? AND s.ends_at > ?";

  private SaleTable() {}

  static Optional<Sale> find(Connection connection, String id) throws SQLException {
    return SaleRow.sales(Rows.read(connection, FIND, SaleRow::read, id)).stream().findFirst();
  }

  /** An article of the sale that another sale, which has not ended, has at the same time. */
  static Optional<String> elsewhere(Connection connection, Sale sale) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ELSEWHERE)) {
      new Columns(connection, select, 1).setTexts(sale.terms().articles(), Article::sku);
      select.setString(2, sale.id());
      select.setObject(3, time(sale.terms().endsAt()));
      select.setObject(4, time(sale.terms().opensAt()));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString("sku")) : Optional.empty();
      }
    }
  }

  static void insert(Connection connection, Sale sale) throws SQLException {
    write(connection, INSERT, sale);
    insertArticles(connection, sale);
  }

  /** The sale alone: its articles are as they were. */
  static void update(Connection connection, Sale sale) throws SQLException {
    write(connection, UPDATE, sale);
  }

  static void updateWithArticles(Connection connection, Sale sale) throws SQLException {
    update(connection, sale);
    try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
      clear.setString(1, sale.id());
      clear.executeUpdate();
    }
    insertArticles(connection, sale);
  }

  private static void write(Connection connection, String sql, Sale sale) throws SQLException {
    SaleTerms terms = sale.terms();
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      write.setString(1, terms.title());
      write.setString(2, sale.status().name());
      write.setObject(3, time(terms.opensAt()));
      write.setObject(4, time(terms.endsAt()));
      write.setObject(5, sale.nextMoment().map(SaleTable::time).orElse(null));
      write.setString(6, sale.sellerId());
      write.setString(7, sale.id());
      write.executeUpdate();
    }
  }

  private static void insertArticles(Connection connection, Sale sale) throws SQLException {
    List<Article> articles = sale.terms().articles();
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ARTICLE)) {
      for (int place = 0; place < articles.size(); place++) {
        Article article = articles.get(place);
        insert.setString(1, sale.id());
        insert.setInt(2, place);
        insert.setString(3, article.sku());
        insert.setLong(4, article.stock());
        insert.setLong(5, article.price().minor());
        insert.setString(6, article.price().currency());
        insert.setObject(7, article.perBuyer().orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
