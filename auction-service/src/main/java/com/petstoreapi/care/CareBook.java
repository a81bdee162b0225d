package com.petstoreapi.care;

import com.petstoreapi.realtime.journal.Commit;
import java.sql.SQLException;
import java.util.Optional;

/** The plans, inside the transaction that decides. */
public interface CareBook {
  Optional<CarePlan> find(Commit commit, String petId) throws SQLException;

  /**
   * How many plans a user has begun. Locks what all take who begin one, so that there are no more
   * of them until the transaction ends but by itself.
   */
  int begunBy(Commit commit, String userId) throws SQLException;

  /** Puts down a plan that was looked for in the same transaction: as it begins, or changes. */
  void put(Commit commit, CarePlan plan) throws SQLException;
}
