package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Stock;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of table {@code stock}. */
@Entity
@Table(name = "stock")
public class StockRow {
  @Id private String sku;
  private long stock;

  protected StockRow() {}

  StockRow(Stock stock) {
    this.sku = stock.sku();
    take(stock);
  }

  Stock stock() {
    return new Stock(sku, stock);
  }

  final void take(Stock next) {
    stock = next.stock();
  }
}
