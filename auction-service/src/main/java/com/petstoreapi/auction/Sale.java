package com.petstoreapi.auction;

import com.petstoreapi.realtime.value.Money;

/**
 * Who buys, and for how much.
 *
 * @param price what is to be paid: less than the bid where the second highest decides
 */
public record Sale(Bid winning, Money price) {
  static Sale at(Bid winning) {
    return new Sale(winning, winning.amount());
  }
}
