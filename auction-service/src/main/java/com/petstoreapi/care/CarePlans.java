package com.petstoreapi.care;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.Optional;

/**
 * The plans, as those see them who only look. Each method may block on the database, and throws
 * {@link JournalUnavailable} when that cannot be reached.
 */
public interface CarePlans {
  Optional<PlanAt> find(String petId);

  /** Who keeps a plan; empty if there is none. */
  Optional<Keepers> keepers(String petId);

  /** How many plans a user has begun. */
  int ownedBy(String userId);
}
