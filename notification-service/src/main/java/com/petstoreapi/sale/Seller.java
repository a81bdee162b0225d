package com.petstoreapi.sale;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;

/**
 * Who does something with a sale.
 *
 * @param admin whether he may do it with anybody's
 */
public record Seller(String userId, boolean admin) {
  void requireOwn(Sale sale) {
    if (!admin && !sale.sellerId().equals(userId)) {
      throw new Refusal(ErrorCode.FORBIDDEN, "This is another seller's sale.");
    }
  }
}
