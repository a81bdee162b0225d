package com.petstoreapi.sale;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * The sales that there are. Each method may block on the database, and throws {@link
 * JournalUnavailable} when that cannot be reached.
 */
public interface Sales {
  Optional<SaleState> find(String id);

  /**
   * A page of the sales, by id.
   *
   * @param status only those; empty for all
   * @param after the id after which to go on; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<SaleState> list(Optional<SaleStatus> status, String after, int limit);

  /** Ids of sales that are to open or to end by now, at most so many. */
  List<String> due(int limit);

  /**
   * A page of what was bought in a sale, by the purchases' ids, which is by time.
   *
   * @param buyer only his; empty for everybody's
   * @param after the id after which to go on; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<Purchase> purchases(String saleId, Optional<String> buyer, String after, int limit);
}
