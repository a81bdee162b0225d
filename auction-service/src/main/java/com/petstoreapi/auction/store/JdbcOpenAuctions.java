package com.petstoreapi.auction.store;

import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.OpenAuctions;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads which auctions are open, those of all pets in one statement. */
public final class JdbcOpenAuctions implements OpenAuctions {
  private static final String FIND =
      "SELECT pet_id, id, head, epoch FROM (SELECT a.pet_id, a.id, s.head, s.epoch,"
          + " ROW_NUMBER() OVER (PARTITION BY a.pet_id ORDER BY a.id) AS place"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked (pet_id)"
          + " JOIN auction a ON a.pet_id = asked.pet_id AND a.status = 'OPEN'"
          + " JOIN stream s ON s.name = 'auction/' || a.id) numbered WHERE place <= ?"
          + " ORDER BY pet_id, id";

  private final DataSource dataSource;

  public JdbcOpenAuctions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<OpenAuction> of(Set<String> petIds) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      new Columns(connection, select, 1).setTexts(List.copyOf(petIds), Function.identity());
      select.setInt(2, MOST_OF_A_PET);
      List<OpenAuction> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Position position = new Position(row.getLong("head"), row.getString("epoch"));
          found.add(new OpenAuction(row.getString("pet_id"), row.getString("id"), position));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read which auctions are open", e);
    }
  }
}
