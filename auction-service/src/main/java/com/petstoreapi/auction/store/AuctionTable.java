package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Standing;
import com.petstoreapi.auction.json.TermsJson;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.value.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Table {@code auction}: the present state of each, changed in the transaction of its events. */
final class AuctionTable {
  private static final String FIND = "SELECT * FROM auction WHERE id = ?";

  private static final String INSERT =
      "INSERT INTO auction (ends_at, status, price, leading_bid, leader, leading_amount, maximum,"
          + " bids, ending_soon_told, due_at, id, seller_id, pet_id, title, terms,"
          + " pseudonym_secret, opens_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE auction SET ends_at = ?, status = ?, price = ?, leading_bid = ?, leader = ?,"
          + " leading_amount = ?, maximum = ?, bids = ?, ending_soon_told = ?, due_at = ?"
          + " WHERE id = ?";

  private static final int ID = 11;

  Optional<Auction> find(Connection connection, String id) throws SQLException {
    return Rows.read(connection, FIND, AuctionRow::read, id).stream().findFirst();
  }

  void insert(Connection connection, Auction auction) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      setWhatChanges(insert, auction);
      insert.setString(ID, auction.id());
      insert.setString(ID + 1, auction.lot().sellerId());
      insert.setString(ID + 2, auction.lot().petId());
      insert.setString(ID + 3, auction.lot().title());
      insert.setString(ID + 4, TermsJson.write(auction.terms()).toString());
      insert.setString(ID + 5, auction.pseudonyms().map(Pseudonyms::secret).orElse(null));
      insert.setObject(ID + 6, time(auction.opensAt()));
      insert.executeUpdate();
    }
  }

  void update(Connection connection, Auction auction) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      setWhatChanges(update, auction);
      update.setString(ID, auction.id());
      update.executeUpdate();
    }
  }

  private static void setWhatChanges(PreparedStatement statement, Auction auction)
      throws SQLException {
    Standing standing = auction.standing();
    Optional<Bid> leading = standing.leading();
    statement.setObject(1, time(auction.endsAt()));
    statement.setString(2, auction.status().name());
    statement.setLong(3, standing.price().minor());
    statement.setString(4, leading.map(Bid::id).orElse(null));
    statement.setString(5, leading.map(Bid::bidder).orElse(null));
    statement.setObject(6, minor(leading.map(Bid::amount)));
    statement.setObject(7, minor(standing.maximum()));
    statement.setInt(8, standing.bids());
    statement.setBoolean(9, auction.endingSoonTold());
    statement.setObject(10, auction.nextMoment().map(AuctionTable::time).orElse(null));
  }

  private static Long minor(Optional<Money> amount) {
    return amount.map(Money::minor).orElse(null);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
