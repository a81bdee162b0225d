package com.petstoreapi.sale;

import com.petstoreapi.realtime.journal.Position;
import java.util.Map;

/**
 * A sale, and how much there is left.
 *
 * @param remaining by the articles' numbers; for a sale that has not opened, what it will open with
 * @param position of the notifications, up to which this holds
 */
public record SaleState(Sale sale, Map<String, Long> remaining, Position position) {
  public SaleState {
    remaining = Map.copyOf(remaining);
  }
}
