package com.petstoreapi.auction.outbox;

import java.time.Duration;

/**
 * What has not arrived.
 *
 * @param waiting parcels that will be brought
 * @param setAside parcels that were refused, and wait for an operator
 * @param oldest for how long the first of those that will be brought has waited; zero if none is
 */
public record Backlog(long waiting, long setAside, Duration oldest) {
  static final Backlog NONE = new Backlog(0, 0, Duration.ZERO);
}
