package com.petstoreapi.auction;

import java.util.List;

/**
 * The sealed bids of one auction, kept where nobody sees them: a {@link AuctionEvent.BidSealed} is
 * put in, in the place of the same bidder's earlier one. The rules ask in the transaction that
 * decides; all but {@link #all} is to be answered by an index.
 */
public interface SealedBids {
  /** Those of an auction in which bids are not sealed. */
  SealedBids NONE =
      new SealedBids() {
        @Override
        public boolean hasOneOf(String bidder) {
          return false;
        }

        @Override
        public List<Bid> highest(int limit) {
          return List.of();
        }

        @Override
        public List<Bid> all() {
          return List.of();
        }
      };

  boolean hasOneOf(String bidder);

  /** The highest first, and of equal ones that which was sealed first. */
  List<Bid> highest(int limit);

  /** In the order in which they were sealed. Asked for once, when they are opened. */
  List<Bid> all();
}
