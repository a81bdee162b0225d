package com.petstoreapi.auction;

import java.util.List;
import java.util.Optional;

/**
 * The auctions, as those see them who only look. All methods may block on the database; they throw
 * {@link com.petstoreapi.realtime.journal.JournalUnavailable} when it cannot be reached.
 */
public interface Auctions {
  Optional<Snapshot> find(String auctionId);

  /** One page of the auctions, by id. */
  List<Snapshot> list(AuctionQuery query);

  /**
   * The accepted bids of an auction after a number on its stream, oldest first.
   *
   * @param limit at most so many, 1 or more
   */
  List<LoggedBid> bids(String auctionId, long after, int limit);

  /** Auctions for which the clock has brought something about that is not put down yet. */
  List<String> due(int limit);
}
