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
}
