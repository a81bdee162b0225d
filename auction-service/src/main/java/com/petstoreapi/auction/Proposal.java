package com.petstoreapi.auction;

import java.time.Instant;
import java.util.Optional;

/**
 * An auction as its seller asks for it.
 *
 * @param bidders how they are shown to each other
 * @param opensAt from when on bids are taken; empty for at once
 */
public record Proposal(
    Lot lot, Terms terms, Bidders bidders, Optional<Instant> opensAt, Instant endsAt) {
  /** How bidders are shown to each other. */
  public enum Bidders {
    /** By their ids. */
    VISIBLE,
    /** By {@link Pseudonyms}. */
    ANONYMOUS
  }
}
