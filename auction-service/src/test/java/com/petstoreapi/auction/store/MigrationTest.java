package com.petstoreapi.auction.store;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.auction.support.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final String STREAM =
      "INSERT INTO stream (name, epoch, oldest, head) VALUES ('auction/%s', 'k3f9', 1, 0)";
  private static final String COLUMNS =
      "INSERT INTO auction (id, seller_id, pet_id, title, currency, starting_price, fixed_step,"
          + " reserve_price, soft_window_seconds, soft_extension_seconds, opens_at, ends_at, status,"
          + " leading_bid, leader, leading_amount, bids) VALUES ";

  @Test
  void auctionsThatWereThereBeforeTheFormatsAreEnglish() throws SQLException {
    Database database = Database.at("1");
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(STREAM.formatted("old"));
      statement.execute(STREAM.formatted("plain"));
      statement.execute(
          COLUMNS
              + "('old', 'sam', 'rex', 'Rex', 'EUR', 1005, 250, 9900, 60, 30,"
              + " TIMESTAMP WITH TIME ZONE '2026-03-01 12:00:00Z',"
              + " TIMESTAMP WITH TIME ZONE '2026-03-01 13:00:00Z', 'OPEN', 'b', 'ann', 2000, 3)");
      statement.execute(
          COLUMNS
              + "('plain', 'sam', 'rex', 'Rex', 'USD', 1000, NULL, NULL, NULL, NULL,"
              + " TIMESTAMP WITH TIME ZONE '2026-03-01 12:00:00Z',"
              + " TIMESTAMP WITH TIME ZONE '2026-03-01 13:00:00Z', 'UNSOLD', NULL, NULL, NULL, 0)");
    }
    database.migrate();

    JdbcAuctions auctions = new JdbcAuctions(database.dataSource());
    Auction old = auctions.find("old").orElseThrow().auction();
    SoftClose softClose = new SoftClose(Duration.ofSeconds(60), Duration.ofSeconds(30));
    assertThat(old.terms().startingPrice()).hasToString("10.05 EUR");
    assertThat(old.terms().reserve()).get().hasToString("99.00 EUR");
    assertThat(old.terms().format())
        .isEqualTo(
            new EnglishTerms(
                new Increments(List.of(), 2_50), Optional.of(softClose), Optional.empty()));
    assertThat(old.price()).hasToString("20.00 EUR");
    assertThat(old.bids()).isEqualTo(3);
    assertThat(auctions.due(10)).containsExactly("old");
    assertThat(auctions.find("plain").orElseThrow().auction().terms())
        .isEqualTo(
            new Terms(money("10"), Optional.empty(), EnglishTerms.risingBy(Increments.TABLE)));
  }
}
