package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Shelved;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Table {@code stock}, many articles at a time. */
final class StockTable {
  private static final String FIND =
      "SELECT s.sku, s.stock, s.untold, s.told_at"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (sku)"
          + " JOIN stock s ON s.sku = asked.sku";

  private static final String INSERT =
      "INSERT INTO stock (stock, untold, told_at, sku) VALUES (?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE stock SET stock = ?, untold = ?, told_at = ? WHERE sku = ?";

  private static final String UNTOLD = "SELECT sku FROM stock WHERE untold LIMIT ?";

  private StockTable() {}

  /** Those of the articles that there are, in no order. */
  static List<Shelved> find(Connection connection, List<String> skus) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      new Columns(connection, select, 1).setTexts(skus, Function.identity());
      List<Shelved> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(shelved(row));
        }
      }
      return found;
    }
  }

  static void insert(Connection connection, List<Shelved> all) throws SQLException {
    write(connection, INSERT, all);
  }

  static void update(Connection connection, List<Shelved> all) throws SQLException {
    write(connection, UPDATE, all);
  }

  /** Numbers of articles of which something is untold, at most so many. */
  static List<String> untold(Connection connection, int limit) throws SQLException {
    return Rows.read(connection, UNTOLD, row -> row.getString("sku"), limit);
  }

  private static void write(Connection connection, String sql, List<Shelved> all)
      throws SQLException {
    if (all.isEmpty()) {
      return;
    }
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      for (Shelved shelved : all) {
        write.setLong(1, shelved.stock().stock());
        write.setBoolean(2, shelved.untold());
        write.setObject(3, shelved.toldAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
        write.setString(4, shelved.stock().sku());
        write.addBatch();
      }
      write.executeBatch();
    }
  }

  private static Shelved shelved(ResultSet row) throws SQLException {
    return new Shelved(
        new Stock(row.getString("sku"), row.getLong("stock")),
        Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("untold"));
  }
}
