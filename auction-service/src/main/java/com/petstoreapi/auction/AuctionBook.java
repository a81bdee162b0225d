package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.util.Optional;

/** The auctions, inside the transaction that decides. */
public interface AuctionBook {
  /**
   * Enters a new auction and begins its stream.
   *
   * @return the position before the auction's first event
   */
  Position enter(Commit commit, Auction auction) throws SQLException;

  Optional<Auction> find(Commit commit, String auctionId) throws SQLException;

  /** Puts down what has changed in an auction that was found under the same lock. */
  void update(Commit commit, Auction auction) throws SQLException;

  /** The sealed bids of an auction, as this transaction sees them. */
  SealedBids sealedBids(Commit commit, String auctionId);

  /**
   * Puts a sealed bid where nobody sees it, in the place of the same bidder's earlier one.
   *
   * @param position of its event, by which it has its place among equal ones
   */
  void seal(Commit commit, String auctionId, Bid bid, Position position) throws SQLException;
}
