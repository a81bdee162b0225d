package com.petstoreapi.sale.store;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.edge.store.lease.Rounds;
import com.petstoreapi.sale.Sales;
import java.util.function.BooleanSupplier;

/**
 * Looks again and again for sales that are to open or to end, and for stock that was left untold:
 * on one node at a time. It only asks: what is decided is decided by the database's clock under the
 * stream's lock, so it would do no harm if two nodes did.
 */
public final class SaleClock implements Runnable {
  private static final int MOST_AT_ONCE = 200;

  private final Sales sales;
  private final Till till;
  private final Shelves shelves;
  private final Rounds rounds;

  /**
   * @param ours whether it is this node that looks
   */
  public SaleClock(Sales sales, Till till, Shelves shelves, BooleanSupplier ours) {
    this.sales = sales;
    this.till = till;
    this.shelves = shelves;
    this.rounds = new Rounds("clock of the sales", ours, this::look);
  }

  /** Looks once. To be called by one thread at a time; throws nothing. */
  @Override
  public void run() {
    rounds.run();
  }

  private void look() {
    sales.due(MOST_AT_ONCE).forEach(till::keepTime);
    shelves.tellForgotten();
  }
}
