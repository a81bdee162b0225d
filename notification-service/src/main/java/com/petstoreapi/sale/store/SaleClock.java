package com.petstoreapi.sale.store;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.sale.Sales;
import java.util.function.BooleanSupplier;

/**
 * Looks again and again for sales that are to open or to end, and for stock that was left untold:
 * on one node at a time. It only asks: what is decided is decided by the database's clock under the
 * stream's lock, so it would do no harm if two nodes did.
 */
public final class SaleClock implements Runnable {
  private static final System.Logger LOG = System.getLogger(SaleClock.class.getName());
  private static final int MOST_AT_ONCE = 200;

  private final Sales sales;
  private final Till till;
  private final Shelves shelves;
  private final BooleanSupplier ours;
  private boolean blind;

  /**
   * @param ours whether it is this node that looks
   */
  public SaleClock(Sales sales, Till till, Shelves shelves, BooleanSupplier ours) {
    this.sales = sales;
    this.till = till;
    this.shelves = shelves;
    this.ours = ours;
  }

  /** Looks once. To be called by one thread at a time; throws nothing. */
  @Override
  public void run() {
    if (!ours.getAsBoolean()) {
      return;
    }
    try {
      sales.due(MOST_AT_ONCE).forEach(till::keepTime);
      shelves.tellForgotten();
      blind = false;
    } catch (JournalUnavailable e) {
      if (!blind) {
        LOG.log(System.Logger.Level.WARNING, "cannot see which sales are due", e);
      }
      blind = true;
    } catch (RuntimeException e) { // the clock would never be wound again
      LOG.log(System.Logger.Level.ERROR, "the clock of the sales stumbled", e);
    }
  }
}
