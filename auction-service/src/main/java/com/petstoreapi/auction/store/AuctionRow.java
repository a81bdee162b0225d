package com.petstoreapi.auction.store;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Standing;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.value.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A row of table {@code auction} as an {@link Auction}. */
final class AuctionRow {
  private AuctionRow() {}

  static Auction read(ResultSet row) throws SQLException {
    return new Auction(
        row.getString("id"),
        new Lot(row.getString("seller_id"), row.getString("pet_id"), row.getString("title")),
        terms(row),
        Optional.empty(),
        time(row, "opens_at"),
        time(row, "ends_at"),
        AuctionStatus.valueOf(row.getString("status")),
        standing(row),
        true); // the table does not keep whether it was told: nobody is reminded yet
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        money(row, "starting_price").orElseThrow(),
        money(row, "reserve_price"),
        new EnglishTerms(
            money(row, "fixed_step").map(Increments::fixed).orElse(Increments.TABLE),
            softClose(row),
            Optional.empty()));
  }

  private static Optional<SoftClose> softClose(ResultSet row) throws SQLException {
    Optional<Long> window = number(row, "soft_window_seconds");
    Optional<Long> extension = number(row, "soft_extension_seconds");
    return window.map(
        seconds ->
            new SoftClose(
                Duration.ofSeconds(seconds), Duration.ofSeconds(extension.orElseThrow())));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    Optional<Bid> leading = leading(row);
    Money startingPrice = money(row, "starting_price").orElseThrow();
    return new Standing(
        leading.map(Bid::amount).orElse(startingPrice),
        leading,
        Optional.empty(),
        row.getInt("bids"));
  }

  private static Optional<Bid> leading(ResultSet row) throws SQLException {
    String id = row.getString("leading_bid");
    String bidder = row.getString("leader");
    return money(row, "leading_amount").map(amount -> new Bid(id, bidder, amount));
  }

  private static Optional<Money> money(ResultSet row, String column) throws SQLException {
    String currency = row.getString("currency");
    return number(row, column).map(minor -> new Money(minor, currency));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
