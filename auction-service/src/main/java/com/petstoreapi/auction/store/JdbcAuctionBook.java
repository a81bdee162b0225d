package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.JdbcStreams;
import java.sql.SQLException;
import java.util.Optional;

/** The book of auctions in the journal's own database and transactions. */
public final class JdbcAuctionBook implements AuctionBook {
  private final AuctionTable table = new AuctionTable();

  @Override
  public Position enter(Commit commit, Auction auction) throws SQLException {
    table.insert(commit.connection(), auction);
    return JdbcStreams.begin(commit.connection(), Auction.streamOf(auction.id())).position();
  }

  @Override
  public Optional<Auction> find(Commit commit, String auctionId) throws SQLException {
    return table.find(commit.connection(), auctionId);
  }

  @Override
  public void update(Commit commit, Auction auction) throws SQLException {
    table.update(commit.connection(), auction);
  }

  @Override
  public SealedBids sealedBids(Commit commit, String auctionId) {
    return new SealedBidTable(commit.connection(), auctionId);
  }

  @Override
  public void seal(Commit commit, String auctionId, Bid bid, Position position)
      throws SQLException {
    new SealedBidTable(commit.connection(), auctionId).put(bid, position);
  }
}
