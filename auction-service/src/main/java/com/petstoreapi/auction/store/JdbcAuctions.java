package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionQuery;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.LoggedBid;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.auction.json.EventJson;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.value.Names;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads the auctions. A state and its position come from one statement, so they belong together
 * whatever is committed meanwhile.
 */
public final class JdbcAuctions implements Auctions {
  private static final String SNAPSHOT =
      "SELECT a.*, s.epoch, s.head FROM auction a JOIN stream s ON s.name = 'auction/' || a.id";

  private static final String FIND = SNAPSHOT + " WHERE a.id = ?";

  private static final String LIST =
      SNAPSHOT
          + " WHERE a.id > ? AND (CAST(? AS VARCHAR) IS NULL OR a.status = ?)"
          + " AND (CAST(? AS VARCHAR) IS NULL OR a.pet_id = ?) ORDER BY a.id LIMIT ?";

  /** A walk along the primary key, as the journal's own. */
  private static final String BIDS =
      "SELECT (SELECT epoch FROM stream WHERE name = ?) AS epoch, seq, at, data FROM event"
          + " WHERE stream_id = (SELECT id FROM stream WHERE name = ?) AND seq > ?"
          + " AND type IN (?, ?) ORDER BY stream_id, seq LIMIT ?";

  /** The database's clock, as in the decision: see {@code DatabaseClock}. */
  private static final String DUE =
      "SELECT id FROM auction WHERE due_at <= CURRENT_TIMESTAMP ORDER BY due_at LIMIT ?";

  private final DataSource dataSource;

  public JdbcAuctions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Snapshot> find(String auctionId) {
    if (!Names.isId(auctionId)) {
      return Optional.empty();
    }
    return read(FIND, JdbcAuctions::snapshot, auctionId).stream().findFirst();
  }

  @Override
  public List<Snapshot> list(AuctionQuery query) {
    String status = query.status().map(AuctionStatus::name).orElse(null);
    String petId = query.petId().orElse(null);
    return read(
        LIST,
        JdbcAuctions::snapshot,
        query.after().orElse(""),
        status,
        status,
        petId,
        petId,
        query.limit());
  }

  @Override
  public List<LoggedBid> bids(String auctionId, long after, int limit) {
    return read(
        BIDS,
        JdbcAuctions::bid,
        Auction.streamOf(auctionId),
        Auction.streamOf(auctionId),
        after,
        EventJson.BID,
        EventJson.BID_OPENED,
        limit);
  }

  @Override
  public List<String> due(int limit) {
    return read(DUE, row -> row.getString("id"), limit);
  }

  private <T> List<T> read(String sql, Rows.Reader<T> reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return Rows.read(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read the auctions", e);
    }
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    return new Snapshot(
        AuctionRow.read(row), new Position(row.getLong("head"), row.getString("epoch")));
  }

  private static LoggedBid bid(ResultSet row) throws SQLException {
    return BidJson.logged(
        row.getString("data"),
        new Position(row.getLong("seq"), row.getString("epoch")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
