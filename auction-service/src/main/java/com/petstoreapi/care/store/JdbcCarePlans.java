package com.petstoreapi.care.store;

import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Names;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads the plans. A state and its position come from one statement, so they belong together
 * whatever is committed meanwhile.
 */
public final class JdbcCarePlans implements CarePlans {
  private static final String FIND =
      "SELECT p.*, s.epoch, s.head FROM care_plan p JOIN stream s ON s.name = 'care/' || p.pet_id"
          + " WHERE p.pet_id = ?";
  private static final String KEEPERS = "SELECT owner, members FROM care_plan WHERE pet_id = ?";

  private final DataSource dataSource;

  public JdbcCarePlans(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<PlanAt> find(String petId) {
    return Names.isId(petId)
        ? read(FIND, JdbcCarePlans::plan, petId).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public Optional<Keepers> keepers(String petId) {
    return Names.isId(petId)
        ? read(KEEPERS, CareTable::keepers, petId).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public int ownedBy(String userId) {
    return reading(connection -> CareTable.ownedBy(connection, userId));
  }

  private <T> List<T> read(String sql, Rows.Reader<T> reader, String parameter) {
    return reading(connection -> Rows.read(connection, sql, reader, parameter));
  }

  private <T> T reading(Transactions.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read the care plans", e);
    }
  }

  private static PlanAt plan(ResultSet row) throws SQLException {
    return new PlanAt(
        CareTable.plan(row), new Position(row.getLong("head"), row.getString("epoch")));
  }
}
