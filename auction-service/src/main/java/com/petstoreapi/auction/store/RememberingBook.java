package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.edge.store.Remembering;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.util.Optional;

/** A book that need not be read for each bid, nor written: see {@link Remembering}. */
public final class RememberingBook implements AuctionBook {
  private final AuctionBook book;
  private final Remembering<Auction> pages;

  /**
   * @param most auctions to remember; those go first that were not bid on for longest
   */
  public RememberingBook(AuctionBook book, int most) {
    this.book = book;
    this.pages = new Remembering<>(new Shelf(book), most);
  }

  @Override
  public Position enter(Commit commit, Auction auction) throws SQLException {
    return book.enter(commit, auction);
  }

  @Override
  public Optional<Auction> find(Commit commit, String auctionId) throws SQLException {
    return pages.find(commit, auctionId);
  }

  @Override
  public void update(Commit commit, Auction auction) {
    pages.update(commit, auction.id(), auction);
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

  private record Shelf(AuctionBook book) implements Remembering.Shelf<Auction> {
    @Override
    public Optional<Auction> find(Commit commit, String id) throws SQLException {
      return book.find(commit, id);
    }

    @Override
    public void write(Commit commit, Optional<Auction> before, Auction after) throws SQLException {
      book.update(commit, after);
    }
  }
}
