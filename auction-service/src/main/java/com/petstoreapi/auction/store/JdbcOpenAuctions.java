package com.petstoreapi.auction.store;

import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.OpenAuctions;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Reads which auctions are open, hundreds of pets in one statement. */
public final class JdbcOpenAuctions implements OpenAuctions {
  /** How many pets a statement asks for: few shapes of statements, so that they stay prepared. */
  private static final int[] SIZES = {1, 8, 64, 512};

  /** A join, for H2 looks through a list of alternatives row by row. */
  private static final String FIND =
      "SELECT pet_id, id, head, epoch FROM (SELECT a.pet_id, a.id, s.head, s.epoch,"
          + " ROW_NUMBER() OVER (PARTITION BY a.pet_id ORDER BY a.id) AS place"
          + " FROM (VALUES %s) AS asked (pet_id)"
          + " JOIN auction a ON a.pet_id = asked.pet_id AND a.status = 'OPEN'"
          + " JOIN stream s ON s.name = 'auction/' || a.id) numbered WHERE place <= ?"
          + " ORDER BY pet_id, id";

  private static final String VALUE = "(CAST(? AS VARCHAR))";

  /** Fills up what a statement asks for beyond what is wanted. */
  private static final String NO_PET = "";

  private final DataSource dataSource;

  public JdbcOpenAuctions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<OpenAuction> of(Set<String> petIds) {
    List<OpenAuction> found = new ArrayList<>();
    List<String> asked = List.copyOf(petIds);
    int most = SIZES[SIZES.length - 1];
    try (Connection connection = dataSource.getConnection()) {
      for (int from = 0; from < asked.size(); from += most) {
        find(connection, asked.subList(from, Math.min(from + most, asked.size())), found);
      }
      return found;
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read which auctions are open", e);
    }
  }

  private static void find(Connection connection, List<String> asked, List<OpenAuction> found)
      throws SQLException {
    int size = sizeFor(asked.size());
    String values = (VALUE + ", ").repeat(size - 1) + VALUE;
    try (PreparedStatement select = connection.prepareStatement(FIND.formatted(values))) {
      for (int i = 0; i < size; i++) {
        select.setString(i + 1, i < asked.size() ? asked.get(i) : NO_PET);
      }
      select.setInt(size + 1, MOST_OF_A_PET);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Position position = new Position(row.getLong("head"), row.getString("epoch"));
          found.add(new OpenAuction(row.getString("pet_id"), row.getString("id"), position));
        }
      }
    }
  }

  private static int sizeFor(int count) {
    for (int size : SIZES) {
      if (count <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("too many pets at once: " + count);
  }
}
