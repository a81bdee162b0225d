package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A book that need not be read for each bid, nor written. The commands of one transaction share the
 * state in memory, and it is written once at the end. From one transaction to the next it is
 * remembered with the head of the auction's stream: every change of an auction is told by an event,
 * so a head that has not moved, under the stream's lock, proves that nobody else has changed it.
 */
public final class RememberingBook implements AuctionBook {
  private final AuctionBook book;
  private final Map<String, Remembered> memory;

  private record Remembered(Auction auction, Position head) {}

  /**
   * @param most auctions to remember; those go first that were not bid on for longest
   */
  public RememberingBook(AuctionBook book, int most) {
    this.book = book;
    this.memory =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > most;
              }
            });
  }

  @Override
  public Position enter(Commit commit, Auction auction) throws SQLException {
    return book.enter(commit, auction);
  }

  @Override
  public Optional<Auction> find(Commit commit, String auctionId) throws SQLException {
    return open(commit).find(commit, auctionId);
  }

  @Override
  public void update(Commit commit, Auction auction) {
    open(commit).update(auction);
  }

  @Override
  public SealedBids sealedBids(Commit commit, String auctionId) {
    return book.sealedBids(commit, auctionId);
  }

  @Override
  public void seal(Commit commit, String auctionId, Bid bid, Position position)
      throws SQLException {
    book.seal(commit, auctionId, bid, position);
  }

  private OpenPages open(Commit commit) {
    return commit.part(OpenPages.class, OpenPages::new);
  }

  /** The auctions that one transaction deals with; mostly one. */
  private final class OpenPages implements Commit.Part {
    private final Map<String, Auction> pages = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    Optional<Auction> find(Commit commit, String auctionId) throws SQLException {
      if (!pages.containsKey(auctionId)) {
        Optional<Auction> found = remembered(commit, auctionId);
        if (found.isEmpty()) {
          found = book.find(commit, auctionId);
        }
        found.ifPresent(auction -> pages.put(auctionId, auction));
      }
      return Optional.ofNullable(pages.get(auctionId));
    }

    void update(Auction auction) {
      pages.put(auction.id(), auction);
      changed.add(auction.id());
    }

    @Override
    public void flush(Commit commit) throws SQLException {
      for (String auctionId : changed) {
        book.update(commit, pages.get(auctionId));
      }
    }

    @Override
    public void committed(Commit commit) {
      pages.forEach((id, auction) -> memory.put(id, new Remembered(auction, commit.position())));
    }

    private Optional<Auction> remembered(Commit commit, String auctionId) {
      return Optional.ofNullable(memory.get(auctionId))
          .filter(remembered -> remembered.head().equals(commit.before().position()))
          .map(Remembered::auction);
    }
  }
}
