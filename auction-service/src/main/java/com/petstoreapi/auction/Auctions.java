package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The auctions, as those see them who only look. All methods may block on the database; they throw
 * {@link com.petstoreapi.realtime.journal.JournalUnavailable} when it cannot be reached.
 */
public interface Auctions {
  Optional<Snapshot> find(String auctionId);

  /**
   * The same for one that is asked for by a client.
   *
   * @throws Refusal {@code not-found}
   */
  default Snapshot get(String auctionId) {
    return find(auctionId).orElseThrow(() -> Refusal.notFound("There is no auction with this id."));
  }

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
