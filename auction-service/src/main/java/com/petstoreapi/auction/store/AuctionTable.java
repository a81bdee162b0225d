package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.realtime.value.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Table {@code auction}: the present state of each, changed in the transaction of its events. */
final class AuctionTable {
  private static final String FIND = "SELECT * FROM auction WHERE id = ?";

  private static final String INSERT =
      "INSERT INTO auction (seller_id, pet_id, title, currency, starting_price, fixed_step,"
          + " reserve_price, soft_window_seconds, soft_extension_seconds, opens_at, ends_at,"
          + " status, bids, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE auction SET ends_at = ?, status = ?, leading_bid = ?, leader = ?,"
          + " leading_amount = ?, bids = ? WHERE id = ?";

  Optional<Auction> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(AuctionRow.read(row)) : Optional.empty();
      }
    }
  }

  void insert(Connection connection, Auction auction) throws SQLException {
    EnglishTerms english = (EnglishTerms) auction.terms().format();
    Optional<SoftClose> softClose = english.softClose();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, auction.lot().sellerId());
      insert.setString(2, auction.lot().petId());
      insert.setString(3, auction.lot().title());
      insert.setString(4, auction.currency());
      insert.setLong(5, auction.terms().startingPrice().minor());
      insert.setObject(6, english.increments().fixedStep().orElse(null));
      insert.setObject(7, minor(auction.terms().reserve()));
      insert.setObject(8, softClose.map(close -> close.window().toSeconds()).orElse(null));
      insert.setObject(9, softClose.map(close -> close.extension().toSeconds()).orElse(null));
      insert.setObject(10, time(auction.opensAt()));
      insert.setObject(11, time(auction.endsAt()));
      insert.setString(12, auction.status().name());
      insert.setInt(13, auction.bids());
      insert.setString(14, auction.id());
      insert.executeUpdate();
    }
  }

  /** Puts down what can change. */
  void update(Connection connection, Auction auction) throws SQLException {
    Optional<Bid> leading = auction.leading();
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setObject(1, time(auction.endsAt()));
      update.setString(2, auction.status().name());
      update.setString(3, leading.map(Bid::id).orElse(null));
      update.setString(4, leading.map(Bid::bidder).orElse(null));
      update.setObject(5, minor(leading.map(Bid::amount)));
      update.setInt(6, auction.bids());
      update.setString(7, auction.id());
      update.executeUpdate();
    }
  }

  private static Long minor(Optional<Money> amount) {
    return amount.map(Money::minor).orElse(null);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
