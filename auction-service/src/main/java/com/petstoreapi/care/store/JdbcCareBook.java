package com.petstoreapi.care.store;

import com.petstoreapi.care.CareBook;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.edge.store.Remembering;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.jdbc.JdbcStreams;
import java.sql.SQLException;
import java.util.Optional;

/** The plans in the journal's own database and transactions, those in use also in memory. */
public final class JdbcCareBook implements CareBook {
  /** A stream that bears no events: its lock puts the beginnings in order. */
  private static final String CATALOGUE = "care-plans";

  private final Remembering<CarePlan> plans;

  /**
   * @param mostRemembered plans to keep in memory; a full one takes some 200 KB
   */
  public JdbcCareBook(int mostRemembered) {
    this.plans = new Remembering<>(new CareTable(), mostRemembered);
  }

  @Override
  public Optional<CarePlan> find(Commit commit, String petId) throws SQLException {
    return plans.find(commit, petId);
  }

  @Override
  public int begunBy(Commit commit, String userId) throws SQLException {
    JdbcStreams.begin(commit.connection(), CATALOGUE);
    return CareTable.ownedBy(commit.connection(), userId);
  }

  @Override
  public void put(Commit commit, CarePlan plan) {
    plans.update(commit, plan.petId(), plan);
  }
}
