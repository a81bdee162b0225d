package com.petstoreapi.sale.store;

import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.value.Names;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.SaleState;
import com.petstoreapi.sale.SaleStatus;
import com.petstoreapi.sale.Sales;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads the sales. A state, what is left and their position come from one statement, so they belong
 * together whatever is committed meanwhile.
 */
public final class JdbcSales implements Sales {
  private static final String STATE =
      "SELECT "
          + SaleRow.COLUMNS
          + ", k.stock AS remaining, h.epoch, h.head FROM sale s"
          + " JOIN sale_article a ON a.sale_id = s.id JOIN stream h ON h.name = ?"
          + " LEFT JOIN stock k ON k.sku = a.sku";

  private static final String FIND = STATE + " WHERE s.id = ? ORDER BY a.place";

  private static final String LIST =
      STATE
          + " WHERE s.id IN (SELECT p.id FROM sale p WHERE p.id > ?"
          + " AND (CAST(? AS VARCHAR) IS NULL OR p.status = ?) ORDER BY p.id LIMIT ?)"
          + " ORDER BY s.id, a.place";

  /** The database's clock, as in the decision: see {@code DatabaseClock}. */
  private static final String DUE =
      "SELECT id FROM sale WHERE due_at <= CURRENT_TIMESTAMP ORDER BY due_at LIMIT ?";

  private static final String PURCHASES =
      "SELECT * FROM purchase WHERE sale_id = ? AND id > ?"
          + " AND (CAST(? AS VARCHAR) IS NULL OR user_id = ?) ORDER BY id LIMIT ?";

  private final DataSource dataSource;

  public JdbcSales(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<SaleState> find(String id) {
    if (!Names.isId(id)) {
      return Optional.empty();
    }
    return states(FIND, NotificationStream.NAME, id).stream().findFirst();
  }

  @Override
  public List<SaleState> list(Optional<SaleStatus> status, String after, int limit) {
    String name = status.map(SaleStatus::name).orElse(null);
    return states(LIST, NotificationStream.NAME, after, name, name, limit);
  }

  @Override
  public List<String> due(int limit) {
    return read(DUE, row -> row.getString("id"), limit);
  }

  @Override
  public List<Purchase> purchases(String saleId, Optional<String> buyer, String after, int limit) {
    String user = buyer.orElse(null);
    return read(PURCHASES, SaleRow::purchase, saleId, after, user, user, limit);
  }

  private List<SaleState> states(String sql, Object... parameters) {
    return SaleRow.Counted.states(read(sql, SaleRow.Counted::read, parameters));
  }

  private <T> List<T> read(String sql, Rows.Reader<T> reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return Rows.read(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read the sales", e);
    }
  }
}
