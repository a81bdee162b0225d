package com.petstoreapi.auction;

/** Where an auction stands. */
public enum AuctionStatus {
  /** Published, but bids are not taken yet. */
  SCHEDULED,
  OPEN,
  /** Ended with a winner. */
  SOLD,
  /** Ended without a bid, or without one that met the reserve. */
  UNSOLD,
  /** Withdrawn before its end. */
  CANCELLED;

  /** Whether nothing can happen in it any more. */
  public boolean isOver() {
    return this != SCHEDULED && this != OPEN;
  }
}
