package com.petstoreapi.sale.store;

import com.petstoreapi.realtime.journal.jdbc.Columns;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.Wish;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Table {@code purchase}, many at a time. */
final class PurchaseTable {
  /** A subquery of one value is looked up through the index for each of them, as it is to be. */
  private static final String BOUGHT =
      "SELECT asked.sale_id, asked.user_id, asked.sku, (SELECT SUM(p.quantity) FROM purchase p"
          + " WHERE p.sale_id = asked.sale_id AND p.user_id = asked.user_id"
          + " AND p.sku = asked.sku) AS bought"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY)) AS asked (sale_id, user_id, sku)";

  private static final String INSERT =
      "INSERT INTO purchase (id, sale_id, sku, user_id, currency, quantity, amount, at)"
          + " SELECT p.id, p.sale_id, p.sku, p.user_id, p.currency, p.quantity, p.amount,"
          + " CAST(? AS TIMESTAMP(3) WITH TIME ZONE)"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))"
          + " AS p (id, sale_id, sku, user_id, currency, quantity, amount)";

  private PurchaseTable() {}

  /** Somebody's purchases of an article in a sale. */
  record Account(String saleId, String buyer, String sku) {
    static Account of(Wish wish) {
      return new Account(wish.saleId(), wish.buyer(), wish.sku());
    }
  }

  /** How many were bought; 0 where none was. */
  static Map<Account, Long> bought(Connection connection, List<Account> accounts)
      throws SQLException {
    Map<Account, Long> bought = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(BOUGHT)) {
      Columns columns = new Columns(connection, select, 1);
      columns.setTexts(accounts, Account::saleId);
      columns.setTexts(accounts, Account::buyer);
      columns.setTexts(accounts, Account::sku);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          bought.put(
              new Account(row.getString("sale_id"), row.getString("user_id"), row.getString("sku")),
              row.getLong("bought"));
        }
      }
    }
    return bought;
  }

  /**
   * @param at when they were made, all of them
   */
  static void insert(Connection connection, List<Purchase> purchases, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, at.atOffset(ZoneOffset.UTC));
      Columns columns = new Columns(connection, insert, 2);
      setTexts(columns, purchases, Wish::purchaseId);
      setTexts(columns, purchases, Wish::saleId);
      setTexts(columns, purchases, Wish::sku);
      setTexts(columns, purchases, Wish::buyer);
      columns.setTexts(purchases, purchase -> purchase.amount().currency());
      columns.setNumbers(purchases, purchase -> (long) purchase.wish().quantity());
      columns.setNumbers(purchases, purchase -> purchase.amount().minor());
      insert.executeUpdate();
    }
  }

  private static void setTexts(
      Columns columns, List<Purchase> purchases, Function<Wish, String> value) throws SQLException {
    columns.setTexts(purchases, purchase -> value.apply(purchase.wish()));
  }
}
