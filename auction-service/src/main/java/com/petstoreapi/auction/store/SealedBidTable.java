package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.value.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code sealed_bid}, one auction's rows of it, within one transaction. */
final class SealedBidTable implements SealedBids {
  private static final String SELECT =
      "SELECT bid_id, bidder, amount, currency FROM sealed_bid WHERE auction_id = ?";
  private static final String OF_BIDDER = SELECT + " AND bidder = ?";
  private static final String HIGHEST = SELECT + " ORDER BY amount DESC, seq LIMIT ?";
  private static final String ALL = SELECT + " ORDER BY seq";

  private static final String EXCHANGE =
      "UPDATE sealed_bid SET bid_id = ?, amount = ?, currency = ?, seq = ?"
          + " WHERE auction_id = ? AND bidder = ?";
  private static final String INSERT =
      "INSERT INTO sealed_bid (bid_id, amount, currency, seq, auction_id, bidder)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final String auctionId;

  SealedBidTable(Connection connection, String auctionId) {
    this.connection = connection;
    this.auctionId = auctionId;
  }

  void put(Bid bid, Position position) throws SQLException {
    if (write(EXCHANGE, bid, position) == 0) {
      write(INSERT, bid, position);
    }
  }

  @Override
  public boolean hasOneOf(String bidder) {
    return !read(OF_BIDDER, auctionId, bidder).isEmpty();
  }

  @Override
  public List<Bid> highest(int limit) {
    return read(HIGHEST, auctionId, limit);
  }

  @Override
  public List<Bid> all() {
    return read(ALL, auctionId);
  }

  private int write(String sql, Bid bid, Position position) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      write.setString(1, bid.id());
      write.setLong(2, bid.amount().minor());
      write.setString(3, bid.amount().currency());
      write.setLong(4, position.seq());
      write.setString(5, auctionId);
      write.setString(6, bid.bidder());
      return write.executeUpdate();
    }
  }

  private List<Bid> read(String sql, Object... parameters) {
    try {
      return Rows.read(connection, sql, SealedBidTable::bid, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the sealed bids of " + auctionId, e);
    }
  }

  private static Bid bid(ResultSet row) throws SQLException {
    return new Bid(
        row.getString("bid_id"),
        row.getString("bidder"),
        new Money(row.getLong("amount"), row.getString("currency")));
  }
}
