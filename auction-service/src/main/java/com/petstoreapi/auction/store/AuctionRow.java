package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Standing;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.auction.json.TermsJson;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.value.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A row of table {@code auction} as an {@link Auction}. */
final class AuctionRow {
  private AuctionRow() {}

  static Auction read(ResultSet row) throws SQLException {
    Terms terms = TermsJson.read(JsonText.parseObject(row.getString("terms")));
    return new Auction(
        row.getString("id"),
        new Lot(row.getString("seller_id"), row.getString("pet_id"), row.getString("title")),
        terms,
        Optional.ofNullable(row.getString("pseudonym_secret")).map(Pseudonyms::new),
        time(row, "opens_at"),
        time(row, "ends_at"),
        AuctionStatus.valueOf(row.getString("status")),
        standing(row, terms.currency()),
        row.getBoolean("ending_soon_told"));
  }

  private static Standing standing(ResultSet row, String currency) throws SQLException {
    return new Standing(
        new Money(row.getLong("price"), currency),
        leading(row, currency),
        money(row, "maximum", currency),
        row.getInt("bids"));
  }

  private static Optional<Bid> leading(ResultSet row, String currency) throws SQLException {
    String id = row.getString("leading_bid");
    String bidder = row.getString("leader");
    return money(row, "leading_amount", currency).map(amount -> new Bid(id, bidder, amount));
  }

  private static Optional<Money> money(ResultSet row, String column, String currency)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class))
        .map(minor -> new Money(minor, currency));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
